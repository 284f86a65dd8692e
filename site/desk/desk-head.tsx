import { DeskSearch } from "./desk-search.tsx";
import { BEGINNING, follow, hrefOf, NOTHING_OPEN, place } from "./place.ts";
import { mayOpen, type View } from "./views.ts";
import { lacksFactor, signOut, type Staff } from "./session.ts";
import { isShownTo } from "./shown-views.ts";

const VIEWS: { view: View; label: string }[] = [
  { view: "cases", label: "Cases" },
  { view: "answers", label: "Answers" },
  { view: "connections", label: "Connections" },
  { view: "replies", label: "Replies" },
  { view: "articles", label: "Articles" },
  { view: "gaps", label: "Gaps" },
  { view: "deliveries", label: "Deliveries" },
  { view: "reports", label: "Reports" },
  { view: "data", label: "Data" },
  { view: "people", label: "People" },
  { view: "api", label: "API" },
  { view: "log", label: "Log" },
];

/** The desk's places, the search over what is listed, and who is signed in. */
export function DeskHead({ staff }: { staff: Staff }) {
  const { view: at } = place.value;
  const open = VIEWS.filter(({ view }) => (lacksFactor.value ? view === "people" : isShownTo(staff.role, view)));
  const searched = at === "answers" || at === "connections" || at === "articles" || at === "gaps" ? at : "cases";
  return (
    <div class="desk-bar">
      <nav aria-label="Desk">
        {open.map(({ view, label }) => {
          const here = at === view;
          const beginning = { ...(here ? NOTHING_OPEN : BEGINNING), view };
          return (
            <a
              key={view}
              href={hrefOf(beginning)}
              aria-current={here ? "page" : undefined}
              onClick={(event) => follow(event, beginning)}
            >
              {label}
            </a>
          );
        })}
      </nav>
      {mayOpen(staff.role, searched) && !lacksFactor.value && <DeskSearch searched={searched} />}
      <p class="small">
        {staff.name}{" "}
        <button type="button" class="text-btn" onClick={() => void signOut()}>
          Sign out
        </button>
      </p>
    </div>
  );
}
