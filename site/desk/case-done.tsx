import type { CaseDone as Done } from "#server/features/desk/case-content.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { sayCaseDone } from "./case-done-words.ts";

/** What is looked at; the rest is a press away. */
const NEWEST = 5;

/** What colleagues did to the case, the newest first, but for what they wrote: that stands in the thread. */
export function CaseDone({ done }: { done: Done[] }) {
  if (done.length === 0) return null;
  const shown = done.length === NEWEST + 1 ? done : done.slice(0, NEWEST);
  const older = done.slice(shown.length);
  return (
    <section aria-labelledby="done-h">
      <h3 id="done-h">Done at the desk</h3>
      <Deeds deeds={shown} />
      {older.length > 0 && (
        <details class="older">
          <summary>{older.length} before</summary>
          <Deeds deeds={older} />
        </details>
      )}
    </section>
  );
}

const Deeds = ({ deeds }: { deeds: Done[] }) => (
  <ul class="plain events">
    {deeds.map((deed) => (
      <li key={deed.id}>
        <time dateTime={deed.at}>{sayWhen(deed.at)}</time> <bdi>{deed.by}</bdi> {sayCaseDone(deed)}
      </li>
    ))}
  </ul>
);
