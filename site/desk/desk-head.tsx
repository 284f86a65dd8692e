import { follow, goTo, hrefOf, place, type View } from "./place.ts";
import { signOut, type Staff } from "./session.ts";

const VIEWS: { view: View; label: string }[] = [
  { view: "cases", label: "Cases" },
  { view: "articles", label: "Articles" },
  { view: "gaps", label: "Gaps" },
  { view: "people", label: "People" },
];

/** The desk's places, the search over cases, and who is signed in. */
export function DeskHead({ staff }: { staff: Staff }) {
  return (
    <div class="desk-bar">
      <nav aria-label="Desk">
        {VIEWS.map(({ view, label }) => (
          <a
            key={view}
            href={hrefOf({ view, caseId: null })}
            aria-current={place.value.view === view ? "page" : undefined}
            onClick={(event) => follow(event, { view, caseId: null })}
          >
            {label}
          </a>
        ))}
      </nav>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const q = new FormData(event.currentTarget).get("q");
          if (typeof q === "string") goTo({ view: "cases", state: null, q: q.trim(), caseId: null });
        }}
      >
        <input
          id="desk-search"
          name="q"
          type="search"
          maxLength={120}
          aria-label="Search cases"
          placeholder="Search cases"
          key={place.value.q}
          defaultValue={place.value.q}
        />
      </form>
      <p class="small">
        {staff.name}{" "}
        <button type="button" class="text-btn" onClick={() => void signOut()}>
          Sign out
        </button>
      </p>
    </div>
  );
}
