import { PRIORITIES } from "#server/features/desk/cases.values.ts";
import { CASE_STATES } from "#server/features/escalation/escalation.values.ts";
import { colleagues, filings, inbox } from "./cases.ts";
import { FilterLink, type Filter } from "./desk-list.tsx";
import { follow, hrefOf, place, type Place } from "./place.ts";
import { NO_FILTERS } from "./case-filters.ts";

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
/** More than these nobody looks through; any tag is a click away on a case that has it. */
const TAGS_SHOWN = 24;
const ANY_STATE = { state: null, snoozed: null, junk: null, caseId: null };
type Row = { by: string; links: Filter[] };

/** States and owners, always in sight, with what each would list. */
export function mainFilters(): Row[] {
  const { state, snoozed, junk, owner, mentioned } = place.value;
  const counts = inbox.state.value.value?.counts;
  const states = CASE_STATES.map((each) => ({
    label: capital(each),
    to: { ...ANY_STATE, state: each },
    here: state === each && !snoozed && !junk,
    count: counts?.[each],
  }));
  return [
    {
      by: "Filter by state",
      links: [
        {
          label: "All",
          to: ANY_STATE,
          here: !state && !snoozed && !junk,
          count: counts?.all,
        },
        ...states,
        {
          label: "Snoozed",
          to: { ...ANY_STATE, snoozed: "yes" },
          here: snoozed !== null,
          count: counts?.snoozed,
        },
        { label: "Junk", to: { ...ANY_STATE, junk: "yes" }, here: junk !== null, count: counts?.junk },
      ],
    },
    {
      by: "Filter by owner",
      links: [
        { label: "Anybody’s", to: { owner: null, caseId: null }, here: !owner, count: counts?.anybody },
        { label: "Mine", to: { owner: "me", caseId: null }, here: owner === "me", count: counts?.mine },
        { label: "Nobody’s", to: { owner: "nobody", caseId: null }, here: owner === "nobody", count: counts?.nobody },
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

/** What narrows the list beside states and owners; one of each at a time, and pressed again it is off. */
function moreFilters(): Row[] {
  const { priority, tag, topic, owner, sort } = place.value;
  const { tags = [], topics = [] } = filings.state.value.value ?? {};
  const names = colleagues.state.value.value?.staff ?? [];
  const link = (label: string, here: boolean, on: Partial<Place>, off: Partial<Place>): Filter => ({
    label,
    here,
    to: { ...(here ? off : on), caseId: null },
  });
  const known = new Set([...tags.slice(0, TAGS_SHOWN).map((each) => each.tag), ...(tag ? [tag] : [])]);
  const rows: Row[] = [
    { by: "Order", links: [link("Waiting longest first", sort === "waiting", { sort: "waiting" }, { sort: null })] },
    {
      by: "Priority",
      links: PRIORITIES.toReversed().map((each) =>
        link(capital(each), priority === each, { priority: each }, { priority: null }),
      ),
    },
    { by: "Tag", links: [...known].map((each) => link(each, tag === each, { tag: each }, { tag: null })) },
    { by: "Topic", links: topics.map(({ id, title }) => link(title, topic === id, { topic: id }, { topic: null })) },
    { by: "Colleague", links: names.map(({ id, name }) => link(name, owner === id, { owner: id }, { owner: null })) },
  ];
  return rows.filter(({ links }) => links.length > 0);
}

/** The filters of `more` that are on, in words. */
function sayActive(): string[] {
  const { priority, tag, topic, owner, sort } = place.value;
  const topics = filings.state.value.value?.topics ?? [];
  const names = colleagues.state.value.value?.staff ?? [];
  return [
    ...(sort === "waiting" ? ["waiting longest"] : []),
    ...(priority ? [`priority ${priority}`] : []),
    ...(tag ? [`tagged ${tag}`] : []),
    ...(topic ? [topics.find(({ id }) => id === topic)?.title ?? topic] : []),
    ...(owner && owner !== "me" && owner !== "nobody"
      ? [`${names.find(({ id }) => id === owner)?.name ?? "a colleague"}’s`]
      : []),
  ];
}

export function MoreFilters() {
  const active = sayActive();
  const none = { ...NO_FILTERS, state: place.value.state, caseId: null };
  return (
    <details
      class="inbox-more small"
      onToggle={(event) => {
        if (event.currentTarget.open) void Promise.all([filings.reload(), colleagues.reload()]);
      }}
    >
      <summary>{active.length > 0 ? `Only: ${active.join(", ")}` : "More filters"}</summary>
      {moreFilters().map(({ by, links }) => (
        <nav key={by} aria-label={by}>
          <span>{by}</span>
          <span class="links">
            {links.map((filter) => (
              <FilterLink key={filter.label} {...filter} />
            ))}
          </span>
        </nav>
      ))}
      {active.length > 0 && (
        <a href={hrefOf(none)} onClick={(event) => follow(event, none)}>
          Without these filters
        </a>
      )}
    </details>
  );
}
