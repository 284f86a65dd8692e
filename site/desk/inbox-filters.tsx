import { LISTED_STATES } from "#server/features/desk/cases.values.ts";
import { capital } from "./capital.ts";
import { inbox } from "./cases.ts";
import { FilterLink, type Filter } from "./desk-list.tsx";
import { place } from "./place.ts";

const ANY_STATE = { state: null, snoozed: null, junk: null, caseId: null };

/** States and owners, always in sight, with what each would list: what is worked on, and then what is out of the way. */
export function mainFilters(): { by: string; links: Filter[] }[] {
  const { state, snoozed, junk, owner, mentioned } = place.value;
  const counts = inbox.state.value.value?.counts;
  const out = snoozed !== null || junk !== null;
  const states = LISTED_STATES.map((each) => ({
    label: capital(each),
    to: { ...ANY_STATE, state: each },
    here: state === each && !out,
    count: counts?.[each],
  }));
  const owners = { owner: null, caseId: null };
  return [
    {
      by: "Filter by state",
      links: [
        ...states,
        {
          label: "Snoozed",
          to: { ...ANY_STATE, snoozed: "yes" },
          here: snoozed !== null,
          count: counts?.snoozed,
        },
        { label: "Junk", to: { ...ANY_STATE, junk: "yes" }, here: junk !== null, count: counts?.junk },
        { label: "All", to: ANY_STATE, here: state === null && !out, count: counts?.all },
      ],
    },
    {
      by: "Filter by owner",
      links: [
        { label: "Anybody’s", to: owners, here: !owner, count: counts?.anybody },
        { label: "Mine", to: { ...owners, owner: "me" }, here: owner === "me", count: counts?.mine },
        { label: "Nobody’s", to: { ...owners, owner: "nobody" }, here: owner === "nobody", count: counts?.nobody },
        // beside any owner: pressed again it is off
        {
          label: "Mentions",
          to: { mentioned: mentioned ? null : "me", caseId: null },
          here: mentioned !== null,
          count: counts?.mentioned,
        },
      ],
    },
  ];
}

/** Which case comes first, beside the list’s title. Junk has but one order. */
export function Order() {
  const { sort, snoozed, junk } = place.value;
  const waiting = sort === "waiting" && !junk;
  return (
    <nav aria-label="Order">
      <FilterLink label={snoozed ? "Next back" : "Newest"} to={{ sort: null, caseId: null }} here={!waiting} />
      {!junk && <FilterLink label="Waiting longest" to={{ sort: "waiting", caseId: null }} here={waiting} />}
    </nav>
  );
}
