import type { CaseQuery } from "#server/features/desk/cases.schema.ts";
import { CASE_SORTS, LISTED_STATES, PRIORITIES } from "#server/features/desk/cases.values.ts";
import { isDay, momentOf } from "./days.ts";

const FILTERS = [
  "state",
  "owner",
  "tag",
  "priority",
  "snoozed",
  "junk",
  "topic",
  "mentioned",
  "email",
  "before",
  "after",
  "sort",
] as const satisfies (keyof CaseQuery)[];
type Filter = (typeof FILTERS)[number];
/** What the list of cases is narrowed by; `state` null: any. Days are YYYY-MM-DD. */
export type CaseFilters = { [Name in Filter]: NonNullable<CaseQuery[Name]> | null };

/** Where the desk begins: what is left to solve. */
export const NO_FILTERS: CaseFilters = {
  state: "unsolved",
  owner: null,
  tag: null,
  priority: null,
  snoozed: null,
  junk: null,
  topic: null,
  mentioned: null,
  email: null,
  before: null,
  after: null,
  sort: null,
};

export const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

const dayOf = (word: string | null): string | null => (word && isDay(word) ? word : null);

/** An address that narrows by nothing is where the desk begins; one that narrows by something means any state unless it says one. */
export function readFilters(query: URLSearchParams): CaseFilters {
  const narrows = ["q", ...FILTERS].some((name) => query.get(name));
  return {
    state: oneOf(LISTED_STATES, query.get("state")) ?? (narrows ? null : NO_FILTERS.state),
    owner: query.get("owner"),
    tag: query.get("tag"),
    priority: oneOf(PRIORITIES, query.get("priority")),
    snoozed: oneOf(["yes"], query.get("snoozed")),
    junk: oneOf(["yes"], query.get("junk")),
    topic: query.get("topic"),
    mentioned: oneOf(["me"], query.get("mentioned")),
    email: query.get("email"),
    before: dayOf(query.get("before")),
    after: dayOf(query.get("after")),
    sort: oneOf(CASE_SORTS, query.get("sort")),
  };
}

/** What `readFilters` reads again: only what there would be to doubt is said of the state. */
export function filtersInAddress(from: CaseFilters & { q: string }): Record<string, string | null> {
  const { state, ...others } = Object.fromEntries(FILTERS.map((name) => [name, from[name]]));
  const narrows = from.q !== "" || Object.values(others).some(Boolean);
  const began = state === NO_FILTERS.state && !narrows;
  return { state: began ? null : (state ?? (narrows ? null : "all")), ...others };
}

/** As the API takes them. */
export function toQuery(filters: CaseFilters, q: string): CaseQuery {
  const { state, owner, tag, priority, snoozed, junk, topic, mentioned, email, before, after, sort } = filters;
  return {
    ...(state && { state }),
    ...(owner && { owner }),
    ...(tag && { tag }),
    ...(priority && { priority }),
    ...(snoozed && { snoozed }),
    ...(junk && { junk }),
    ...(topic && { topic }),
    ...(mentioned && { mentioned }),
    ...(email && { email }),
    ...(before && { before: momentOf(before) }),
    ...(after && { after: momentOf(after) }),
    ...(sort && { sort }),
    ...(q && { q }),
  };
}
