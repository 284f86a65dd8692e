import { useSignal } from "@preact/signals";
import type { CheckResult, ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { compareChecks, type Compared } from "./compare-checks.ts";
import { checkNow } from "./connection-api.ts";
import { reloadConnections } from "./connection-state.ts";
import { CHECKED } from "./connection-words.ts";
import { Notice } from "./notice.tsx";
import { TableHead } from "./table-head.tsx";
import { useAction } from "./use-action.ts";

const BY = { customer: "by the customer", staff: "by us", hub: "by the hub" };

const CAN_BE_ASKED = ["connected", "reconnect"] as const;

/** The latest check beside an earlier one: then and now. */
export function Checks({ shown }: { shown: DeskConnectionDetail }) {
  const thenId = useSignal<string | null>(null);
  const [now, ...earlier] = shown.checks;
  const then = earlier.find(({ id }) => id === thenId.value) ?? earlier[0];
  return (
    <section aria-labelledby="checks-h">
      <h3 id="checks-h">Checks, then and now</h3>
      {!now && <p>No check yet: there is nothing to check before it is connected.</p>}
      {now && then && (
        <label class="then-choice small">
          Then:{" "}
          <select value={then.id} onChange={(event) => (thenId.value = event.currentTarget.value)}>
            {earlier.map((check) => (
              <option key={check.id} value={check.id}>
                {sayWhen(check.at)}, {BY[check.by]}: {CHECKED[check.state]}
              </option>
            ))}
          </select>
        </label>
      )}
      {now && <Facts now={now} then={then} />}
      {CAN_BE_ASKED.some((state) => state === shown.state) && <CheckNow shown={shown} />}
    </section>
  );
}

type Compare = { now: ConnectionCheck; then: ConnectionCheck | undefined };

/** What tells something first; what is fine, and was, is folded away. */
export function Facts({ now, then }: Compare) {
  const rows = compareChecks(now, then);
  const telling = rows.filter(({ after, changed }) => changed || after?.state !== "ok");
  const fine = rows.filter((row) => !telling.includes(row));
  return (
    <>
      {telling.length > 0 && <CheckTable rows={telling} now={now} then={then} />}
      {fine.length > 0 && (
        <details class="peek">
          <summary>
            {fine.length === 1 ? "One fact is fine" : `${fine.length} facts are fine`}
            {then && ", as before"}
          </summary>
          <CheckTable rows={fine} now={now} then={then} />
        </details>
      )}
    </>
  );
}

const CheckTable = ({ rows, now, then }: Compare & { rows: Compared[] }) => (
  <table class="then">
    <TableHead
      names={["Fact", ...(then ? [`Then, ${sayWhen(then.at)}`] : []), `Now, ${sayWhen(now.at)} ${BY[now.by]}`]}
    />
    <tbody>
      {rows.map((row) => (
        <CheckRow key={row.fact} row={row} compared={then !== undefined} />
      ))}
    </tbody>
  </table>
);

const CheckRow = ({ row, compared }: { row: Compared; compared: boolean }) => (
  <tr class={row.changed ? "chg" : undefined}>
    <th scope="row">
      {row.title}
      {row.changed && <span class="sr"> (changed)</span>}
    </th>
    {compared && <ResultCell name="Then" result={row.before} />}
    <ResultCell name="Now" result={row.after} advice />
  </tr>
);

/** `advice`: what to do stands below what was seen. */
const ResultCell = ({ name, result, advice }: { name: string; result: CheckResult | undefined; advice?: boolean }) => (
  <td class={`is-${result?.state ?? "unknown"}`} data-when={name}>
    <Icon name={`m-${result?.state ?? "unknown"}`} class="mark" />
    {result ? (
      <>
        <span class="sr">{CHECKED[result.state]}: </span>
        {result.seen}
      </>
    ) : (
      "not asked"
    )}
    {advice && result?.todo && <span class="todo">{result.todo}</span>}
    {advice && result?.explained && (
      <a class="todo" href={result.explained.url}>
        {result.explained.title}
      </a>
    )}
  </td>
);

function CheckNow({ shown }: { shown: DeskConnectionDetail }) {
  const { busy, problem, run } = useAction();
  const check = () => run(() => checkNow(shown.id).finally(reloadConnections));
  return (
    <>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts">
        <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void check()}>
          Check now
        </button>
        <span role="status">{busy.value ? "Asking the CRM, six seconds at most." : ""}</span>
      </p>
    </>
  );
}
