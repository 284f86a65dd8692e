import type { GapSummary } from "#server/features/gaps/gaps.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { DeskList, DeskRow, type Filter } from "./desk-list.tsx";
import { gapList, showMoreGaps } from "./gap-state.ts";
import { GapView } from "./gap-view.tsx";
import { sayCounts } from "./gap-words.ts";
import { place, type Place } from "./place.ts";

const STATES = [
  { gapState: null, label: "Open", of: "open" },
  { gapState: "dismissed", label: "Dismissed", of: "dismissed" },
  { gapState: "closed", label: "Closed", of: "closed" },
] as const;
const KINDS = [
  { gapKind: null, label: "All" },
  { gapKind: "question", label: "Questions" },
  { gapKind: "search", label: "Searches" },
] as const;

/** What people asked and searched for and the articles do not have: what to write next, most asked first. */
export function Gaps() {
  return (
    <div class="desk">
      <h1 class="sr">Gaps</h1>
      <DeskList
        title="Gaps"
        filters={readFilters()}
        list={gapList}
        showMore={showMoreGaps}
        row={(entry) => <GapRow key={entry.id} entry={entry} />}
        says={{ loading: "Asking for the gaps.", empty: sayEmpty(), older: "Show rarer gaps" }}
        keys={{ e: "dismiss" }}
      />
      <GapView />
    </div>
  );
}

function readFilters(): { by: string; links: Filter[] }[] {
  const { gapState, gapKind } = place.value;
  const list = gapList.state.value.value;
  const states = STATES.map(({ label, of, ...to }) => ({
    label,
    to: { ...to, gapId: null },
    here: gapState === to.gapState || (gapState === "open" && to.gapState === null),
    count: list?.counts[of],
  }));
  const kinds = KINDS.map(({ label, ...to }) => ({ label, to: { ...to, gapId: null }, here: gapKind === to.gapKind }));
  const parts = [
    { by: "Filter by topic", links: partLinks("topic", "Every topic", list?.topics ?? []) },
    { by: "Filter by CRM", links: partLinks("integration", "Every CRM", list?.integrations ?? []) },
  ];
  return [
    { by: "Filter by state", links: states },
    { by: "Filter by kind", links: kinds },
    ...parts.filter(({ links }) => links.length > 1),
  ];
}

type Part = { id: string; title: string; count: number };

/** What is chosen stays in sight when there is none of it any more. */
function partLinks(name: "topic" | "integration", all: string, parts: Part[]): Filter[] {
  const chosen = place.value[name];
  const to = (id: string | null): Partial<Place> => ({ [name]: id, gapId: null });
  const lost = chosen && !parts.some(({ id }) => id === chosen) ? [{ id: chosen, title: chosen, count: 0 }] : [];
  const links = [...parts, ...lost].map(({ id, title, count }) => ({
    label: title,
    to: to(id),
    here: chosen === id,
    count,
  }));
  return links.length > 0 ? [{ label: all, to: to(null), here: !chosen }, ...links] : [];
}

function sayEmpty(): string {
  const { q, gapState, gapKind, topic, integration } = place.value;
  if (q) return `No gap here has “${q}” in it.`;
  if (gapKind || topic || integration) return "No gap here is of this kind.";
  if (gapState === "dismissed") return "No gap is dismissed.";
  if (gapState === "closed") return "No gap is closed yet. One closes when a build answers it.";
  return "No gap is open. What nobody finds turns up here within a minute.";
}

const GapRow = ({ entry }: { entry: GapSummary }) => (
  <DeskRow
    id={entry.id}
    to={{ gapId: entry.id }}
    here={place.value.gapId === entry.id}
    title={entry.title}
    at={<time dateTime={entry.lastAt}>{sayWhen(entry.lastAt)}</time>}
  >
    <span>{sayCounts(entry)}</span>
    {entry.closed?.article && <span class="cr-m">{entry.closed.article.title}</span>}
  </DeskRow>
);
