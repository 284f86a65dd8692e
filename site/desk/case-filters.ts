import type { CaseQuery } from "#server/features/desk/cases.schema.ts";
import { CASE_SORTS, PRIORITIES } from "#server/features/desk/cases.values.ts";
import { CASE_STATES } from "#server/features/escalation/escalation.values.ts";

type Filter = "state" | "owner" | "tag" | "priority" | "snoozed" | "junk" | "topic" | "mentioned" | "sort";
/** What the list of cases is narrowed by. */
export type CaseFilters = { [Name in Filter]: NonNullable<CaseQuery[Name]> | null };

export const NO_FILTERS: CaseFilters = {
  state: null,
  owner: null,
  tag: null,
  priority: null,
  snoozed: null,
  junk: null,
  topic: null,
  mentioned: null,
  sort: null,
};

export const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

export const readFilters = (query: URLSearchParams): CaseFilters => ({
  state: oneOf(CASE_STATES, query.get("state")),
  owner: query.get("owner"),
  tag: query.get("tag"),
  priority: oneOf(PRIORITIES, query.get("priority")),
  snoozed: oneOf(["yes"], query.get("snoozed")),
  junk: oneOf(["yes"], query.get("junk")),
  topic: query.get("topic"),
  mentioned: oneOf(["me"], query.get("mentioned")),
  sort: oneOf(CASE_SORTS, query.get("sort")),
});

export const filtersInAddress = (from: CaseFilters): CaseFilters => {
  const { state, owner, tag, priority, snoozed, junk, topic, mentioned, sort } = from;
  return { state, owner, tag, priority, snoozed, junk, topic, mentioned, sort };
};

/** As the API takes them. */
export function toQuery(filters: CaseFilters, q: string): CaseQuery {
  const { state, owner, tag, priority, snoozed, junk, topic, mentioned, sort } = filters;
  return {
    ...(state && { state }),
    ...(owner && { owner }),
    ...(tag && { tag }),
    ...(priority && { priority }),
    ...(snoozed && { snoozed }),
    ...(junk && { junk }),
    ...(topic && { topic }),
    ...(mentioned && { mentioned }),
    ...(sort && { sort }),
    ...(q && { q }),
  };
}
