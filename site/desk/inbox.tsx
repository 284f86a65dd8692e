import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import type { CaseState } from "#server/features/escalation/escalation.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { inbox, listCasePage } from "./cases.ts";
import { DeskList, DeskRow } from "./desk-list.tsx";
import { place } from "./place.ts";

const FILTERS: { state: CaseState | null; label: string }[] = [
  { state: null, label: "All" },
  { state: "new", label: "New" },
  { state: "open", label: "Open" },
  { state: "waiting", label: "Waiting" },
  { state: "solved", label: "Solved" },
];

export function Inbox() {
  const counts = inbox.state.value.value?.counts;
  const links = FILTERS.map(({ state, label }) => ({
    label,
    to: { state, caseId: null },
    here: place.value.state === state,
    count: state ? counts?.[state] : undefined,
  }));
  return (
    <DeskList
      title="Cases"
      filters={[{ by: "Filter by state", links }]}
      list={inbox.state.value}
      readMore={listCasePage}
      row={(entry) => <CaseRow key={entry.id} entry={entry} />}
      says={{ loading: "Asking for the cases.", empty: sayEmpty(), older: "Show older cases" }}
      keys={{ r: "reply", n: "note", e: "solve" }}
    />
  );
}

function sayEmpty(): string {
  const { q, state } = place.value;
  if (q) return `No case has “${q}” in it.`;
  if (state === "new") return "Nothing new. Everybody has been answered or is being looked after.";
  return state ? `No case is ${state}.` : "No case yet. A request from a reader turns up here at once.";
}

const CaseRow = ({ entry }: { entry: CaseSummary }) => (
  <DeskRow
    id={entry.id}
    to={{ caseId: entry.id }}
    here={place.value.caseId === entry.id}
    fresh={entry.state === "new"}
    title={entry.subject}
    at={<time dateTime={entry.createdAt}>{sayWhen(entry.createdAt)}</time>}
  >
    <span>{entry.name ?? entry.email}</span>
    <span class="cr-m">
      <span class="ref">{entry.reference}</span>, {entry.state}
    </span>
  </DeskRow>
);
