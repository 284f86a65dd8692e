import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { inbox, showMoreCases } from "./cases.ts";
import { choose, chosen } from "./chosen.ts";
import { sayEmpty } from "./say-empty.ts";
import { DeskList, DeskRow } from "./desk-list.tsx";
import { backSince, isSnoozed } from "./edit.ts";
import { mainFilters, Order } from "./inbox-filters.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { place } from "./place.ts";
import { draftsOf } from "./use-draft.ts";

export const Inbox = () => (
  <DeskList
    title="Cases"
    filters={mainFilters()}
    order={<Order />}
    list={inbox}
    showMore={showMoreCases}
    tools={(shown) => (
      <div class="inbox-tools">
        <MoreFilters />
        <BulkBar shown={shown} />
      </div>
    )}
    row={(entry, shown) => <CaseRow key={entry.id} entry={entry} shown={shown} />}
    says={{ loading: "Asking for the cases.", empty: sayEmpty(), older: "Show more cases" }}
    keys={{ x: "choose", r: "reply", n: "note", e: "solve", a: "take" }}
  />
);

type RowProps = { entry: CaseSummary; shown: CaseSummary[] };

const CaseRow = ({ entry, shown }: RowProps) => (
  <DeskRow
    id={entry.id}
    to={{ caseId: entry.id }}
    here={place.value.caseId === entry.id}
    fresh={entry.state === "new"}
    title={entry.subject}
    at={<RowTime entry={entry} />}
    pick={
      <label class="pick">
        <input
          type="checkbox"
          aria-label={`Choose ${entry.reference}`}
          checked={chosen.value.has(entry.id)}
          onClick={(event) => choose(entry, shown, event.shiftKey)}
        />
      </label>
    }
  >
    <span>
      <bdi>{entry.name ?? entry.email}</bdi>
    </span>
    <span class="cr-m">
      <span class="ref">{entry.reference}</span>, {entry.mergedInto ? "merged" : entry.state}
      {entry.owner && `, ${entry.owner.name}`}
    </span>
    <RowMarks entry={entry} />
  </DeskRow>
);

/** Of the last change or the end of a snooze, by which lists are ordered; since when they wait, where that is what the list is about. */
const RowTime = ({ entry }: { entry: CaseSummary }) => {
  const waits = place.value.sort === "waiting" && entry.waitingSince;
  const at = waits || (backSince(entry) ?? entry.updatedAt);
  return (
    <time dateTime={at}>
      {waits && "since "}
      {sayWhen(at)}
    </time>
  );
};

/** What is out of the ordinary. */
function RowMarks({ entry }: { entry: CaseSummary }) {
  const { priority, tags, snoozedUntil } = entry;
  const isBegun = draftsOf(entry.id).length > 0;
  const marked = isBegun || priority !== "normal" || tags.length > 0 || isSnoozed(entry) || backSince(entry);
  if (!marked) return null;
  return (
    <span class="cr-tags">
      {priority !== "normal" && <b data-priority={priority}>{priority}</b>}
      {isBegun && <b>draft</b>}
      {backSince(entry) && <b>back from its snooze</b>}
      {isSnoozed(entry) && <span>until {sayWhen(snoozedUntil ?? "")}</span>}
      {tags.map((tag) => (
        <span key={tag}>#{tag}</span>
      ))}
    </span>
  );
}
