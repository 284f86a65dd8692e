import type { CaseList, CaseSummary } from "#server/features/desk/desk.schema.ts";
import type { CaseState } from "#server/features/escalation/escalation.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { inbox } from "./cases.ts";
import { listCases } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place } from "./place.ts";
import { useMore } from "./use-more.ts";

const FILTERS: { state: CaseState | null; label: string }[] = [
  { state: null, label: "All" },
  { state: "new", label: "New" },
  { state: "open", label: "Open" },
  { state: "waiting", label: "Waiting" },
  { state: "solved", label: "Solved" },
];

export function Inbox() {
  const { value, problem, loading } = inbox.state.value;
  const { more, loadMore } = useMore(value && toPage(value), async (cursor) =>
    toPage(await listCases({ ...listQuery(), cursor })),
  );
  return (
    <section class="inbox" aria-labelledby="inbox-h" id="inbox">
      <header>
        <h2 id="inbox-h">Cases</h2>
        <nav aria-label="Filter by state">
          {FILTERS.map(({ state, label }) => (
            <a
              key={label}
              href={hrefOf({ state, caseId: null })}
              aria-current={place.value.state === state ? "true" : undefined}
              onClick={(event) => follow(event, { state, caseId: null })}
            >
              {label} {state && value && <span class="tn">{value.counts[state]}</span>}
            </a>
          ))}
        </nav>
      </header>
      {problem && <Notice>{problem.message}</Notice>}
      {!value && loading && <p class="inbox-says">Asking for the cases.</p>}
      {value && more.items.length === 0 && <p class="inbox-says">{sayEmpty()}</p>}
      <ul class="plain">
        {more.items.map((entry) => (
          <CaseRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {more.next && (
        <p class="inbox-says">
          <button class="btn sm" type="button" onClick={() => void loadMore()}>
            Show older cases
          </button>
        </p>
      )}
      <p class="keys small" aria-hidden="true">
        <kbd>j</kbd> <kbd>k</kbd> move <kbd>r</kbd> reply <kbd>n</kbd> note <kbd>e</kbd> solve <kbd>/</kbd> search
      </p>
    </section>
  );
}

const toPage = ({ cases, next }: CaseList) => ({ items: cases, next });

const listQuery = () => {
  const { state, q } = place.value;
  return { ...(state && { state }), ...(q && { q }) };
};

function sayEmpty(): string {
  const { q, state } = place.value;
  if (q) return `No case has “${q}” in it.`;
  if (state === "new") return "Nothing new. Everybody has been answered or is being looked after.";
  return state ? `No case is ${state}.` : "No case yet. A request from a reader turns up here at once.";
}

function CaseRow({ entry }: { entry: CaseSummary }) {
  const here = place.value.caseId === entry.id;
  return (
    <li>
      <a
        class={`case-row ${entry.state === "new" ? "new" : ""}`}
        href={hrefOf({ caseId: entry.id })}
        aria-current={here ? "true" : undefined}
        data-row={entry.id}
        onClick={(event) => follow(event, { caseId: entry.id })}
      >
        <span class="cr-1">
          <span class="cr-s">{entry.subject}</span>
          <time dateTime={entry.createdAt}>{sayWhen(entry.createdAt)}</time>
        </span>
        <span class="cr-2">
          <span>{entry.name ?? entry.email}</span>
          <span class="cr-m">
            <span class="ref">{entry.reference}</span>, {entry.state}
          </span>
        </span>
      </a>
    </li>
  );
}
