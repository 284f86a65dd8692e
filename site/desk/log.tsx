import { useEffect } from "preact/hooks";
import type { Log, LogEntry } from "#server/features/desk/log.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { loaded } from "./loaded.ts";
import { LogFilters } from "./log-filters.tsx";
import { sayAction, sayDetail, sayObject } from "./log-words.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { OlderButton } from "./older-button.tsx";
import { BEGINNING, follow, hrefOf, place, type Place } from "./place.ts";
import { readLog } from "./staff-api.ts";
import { TableHead } from "./table-head.tsx";
import { useMore } from "./use-more.ts";

const readPage = (cursor?: string): Promise<Log> => {
  const { by, kind, object } = place.value;
  return readLog({ ...(by && { by }), ...(kind && { kind }), ...(object && { object }), ...(cursor && { cursor }) });
};
const log = loaded(() => readPage());

/** Who of the staff did what, newest first. Nothing here can be changed. */
export function LogView() {
  const { by, kind, object } = place.value;
  useEffect(() => void log.reload(), [by, kind, object]);
  const { value, loading } = log.state.value;
  const { more, loadMore } = useMore<LogEntry>(value, readPage);
  return (
    <section class="weak log-view">
      <h1>Log</h1>
      <p class="lede">Who of the staff did what, newest first. It is only added to: nobody changes a line.</p>
      {value && <LogFilters log={value} />}
      <NotLoaded of={log} />
      {!value && loading && <p>Asking the hub for the log.</p>}
      {value && more.items.length === 0 && <p>Nothing of this kind has happened yet.</p>}
      {more.items.length > 0 && (
        <table class="wt">
          <TableHead names={["What", "To", "Who", "When"]} />
          <tbody>
            {more.items.map((entry) => (
              <Entry key={entry.id} entry={entry} people={value?.people ?? []} />
            ))}
          </tbody>
        </table>
      )}
      <OlderButton next={more.next} load={loadMore} />
    </section>
  );
}

function Entry({ entry, people }: { entry: LogEntry; people: Log["people"] }) {
  const { at, staffId, staffName, action, objectId } = entry;
  const detail = sayDetail(entry, people);
  const opens = placeOf(entry);
  const named = objectId === staffId ? "own account" : sayObject(entry, people);
  return (
    <tr>
      <th scope="row">
        {sayAction(action)}
        {detail && <span class="small">{detail}</span>}
      </th>
      <td data-name="To">
        {objectId && <Link to={opens ?? { object: objectId }}>{named}</Link>}
        {objectId && opens && (
          <span class="small">
            <Link to={{ object: objectId }} label={`only this: ${named}`}>
              only this
            </Link>
          </span>
        )}
      </td>
      <td data-name="Who">
        <Link to={{ by: staffId }} label={`Only what ${staffName} did`}>
          {staffName}
        </Link>
      </td>
      <td>
        <time dateTime={at}>{sayWhen(at)}</time>
      </td>
    </tr>
  );
}

const Link = ({ to, label, children }: { to: Partial<Place>; label?: string; children: string }) => (
  <a href={hrefOf(to)} aria-label={label} onClick={(event) => follow(event, to)}>
    {children}
  </a>
);

/** Where at the desk the thing is that something was done to. */
function placeOf({ action, objectId }: LogEntry): Partial<Place> | null {
  const [kind] = action.split(".");
  if (kind === "case") return { ...BEGINNING, view: "cases", caseId: objectId };
  if (kind === "connection") return { ...BEGINNING, view: "connections", connectionId: objectId };
  if (kind === "article") return { ...BEGINNING, view: "articles" };
  if (kind === "gap") return { ...BEGINNING, view: "gaps" };
  return null;
}
