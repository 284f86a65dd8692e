import type { AccessCounts } from "#server/features/integrations/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { accessCounts, offered } from "./connection-state.ts";
import { Notice } from "./notice.tsx";

/** While no connection is open: what this hub connects with, and who asks for what is coming soon. */
export function Offered() {
  const integrations = offered.state.value.value?.integrations ?? [];
  const without = integrations.filter(({ availability, usable }) => availability !== "coming_soon" && !usable);
  const { value, problem, loading } = accessCounts.state.value;
  const failed = problem ?? offered.state.value.problem;
  return (
    <section class="case offered" aria-labelledby="offered-h">
      <p class="case-none">Choose a connection. j and k move through the list.</p>
      {failed && <Notice>{failed.message}</Notice>}
      {without.length > 0 && (
        <>
          <h3>Not available here yet</h3>
          <p>
            {without.map(({ name }) => name).join(", ")}: this hub has no app there. Whoever runs it sets one up, as
            docs/connecting.md of Handrail says under “Apps at the CRMs”.
          </p>
        </>
      )}
      <h3 id="offered-h">Coming soon: who asked</h3>
      {!value && loading && <p>Counting.</p>}
      {value?.integrations.length === 0 && <p>Everything that hub.yaml names is live.</p>}
      {value?.integrations.map((each) => (
        <Asked key={each.id} {...each} />
      ))}
    </section>
  );
}

const Asked = ({ name, count, latestAt, requests }: AccessCounts["integrations"][number]) => (
  <details class="peek" name="asked">
    <summary>
      {name}: {count === 0 ? "nobody yet" : count === 1 ? "one request" : `${count} requests`}
      {latestAt && `, the last ${sayWhen(latestAt)}`}
    </summary>
    {requests.length === 0 && <p>A request turns up here at once.</p>}
    <ul class="plain">
      {requests.map(({ email, workspace, at, toldAt }) => (
        <li key={email}>
          {workspace ? `${workspace}, ${email}` : email}, {sayWhen(at)}
          {toldAt && `; told that it is live ${sayWhen(toldAt)}`}
        </li>
      ))}
      {count > requests.length && <li>{count - requests.length} more, from before</li>}
    </ul>
  </details>
);
