import { PRIORITIES } from "#server/features/desk/cases.values.ts";
import { capital } from "./capital.ts";
import { colleagues, filings } from "./cases.ts";
import { FilterLink, type Filter } from "./desk-list.tsx";
import { follow, hrefOf, place, type Place } from "./place.ts";

/** More than these nobody looks through; any tag is a click away on a case that has it. */
const TAGS_SHOWN = 24;
type Row = { by: string; links: Filter[] };

/** What narrows the list beside states and owners; one of each at a time, and pressed again it is off. */
function moreFilters(): Row[] {
  const { priority, tag, topic, owner } = place.value;
  const { tags = [], topics = [] } = filings.state.value.value ?? {};
  const names = colleagues.state.value.value?.staff ?? [];
  const link = (label: string, here: boolean, on: Partial<Place>, off: Partial<Place>): Filter => ({
    label,
    here,
    to: { ...(here ? off : on), caseId: null },
  });
  const known = new Set([...tags.slice(0, TAGS_SHOWN).map((each) => each.tag), ...(tag ? [tag] : [])]);
  const rows: Row[] = [
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

const isColleague = (): boolean => ![null, "me", "nobody"].includes(place.value.owner);
const OFF = { priority: null, tag: null, topic: null, email: null, after: null, before: null, caseId: null };

/** The filters of `more` that are on, in words. */
function sayActive(): string[] {
  const { priority, tag, topic, email, after, before } = place.value;
  const topics = filings.state.value.value?.topics ?? [];
  const names = colleagues.state.value.value?.staff ?? [];
  return [
    ...(priority ? [`priority ${priority}`] : []),
    ...(tag ? [`tagged ${tag}`] : []),
    ...(topic ? [topics.find(({ id }) => id === topic)?.title ?? topic] : []),
    ...(isColleague() ? [`${names.find(({ id }) => id === place.value.owner)?.name ?? "a colleague"}’s`] : []),
    ...(email ? [`from ${email}`] : []),
    ...(after ? [`since ${after}`] : []),
    ...(before ? [`before ${before}`] : []),
  ];
}

export function MoreFilters() {
  const active = sayActive();
  const none = { ...OFF, ...(isColleague() && { owner: null }) };
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
