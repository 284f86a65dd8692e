import { signal } from "@preact/signals";
import { type CaseFilters, filtersInAddress, NO_FILTERS, oneOf, readFilters } from "./case-filters.ts";

export type View = "cases" | "answers" | "connections" | "articles" | "gaps" | "people" | "replies";
/** Which answers are listed. */
export type AnswerShow = "unanswered" | "partial" | "not_helped";
/** Which connections are listed. */
export type ConnectionShow = "waiting" | "failing";
/** Where in the desk somebody is. It stands in the address: a link, a reload and "back" all lead to it. */
export type Place = CaseFilters & {
  view: View;
  caseId: string | null;
  show: AnswerShow | null;
  answerId: string | null;
  only: ConnectionShow | null;
  integration: string | null;
  connectionId: string | null;
  /** What is searched for, in the list of the view. */
  q: string;
};

/** Nothing open and no filter: where a search or another view begins. */
export const BEGINNING = {
  ...NO_FILTERS,
  caseId: null,
  show: null,
  answerId: null,
  only: null,
  integration: null,
  connectionId: null,
  q: "",
} satisfies Partial<Place>;

const VIEWS = ["cases", "answers", "connections", "articles", "gaps", "people", "replies"] as const satisfies View[];
const SHOWS = ["unanswered", "partial", "not_helped"] as const satisfies AnswerShow[];
const ONLY = ["waiting", "failing"] as const satisfies ConnectionShow[];

function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  return {
    view: oneOf(VIEWS, query.get("view")) ?? "cases",
    ...readFilters(query),
    caseId: query.get("case"),
    show: oneOf(SHOWS, query.get("show")),
    answerId: query.get("answer"),
    only: oneOf(ONLY, query.get("only")),
    integration: query.get("integration"),
    connectionId: query.get("connection"),
    q: query.get("q") ?? "",
  };
}

export const place = signal<Place>(readPlace());
addEventListener("popstate", () => (place.value = readPlace()));

/** What of a place its view keeps in the address. */
const IN_ADDRESS: Record<View, (of: Place) => Record<string, string | null>> = {
  cases: ({ q, caseId, ...filters }) => ({ ...filtersInAddress(filters), q, case: caseId }),
  answers: ({ show, q, answerId }) => ({ show, q, answer: answerId }),
  connections: ({ only, integration, q, connectionId }) => ({ only, integration, q, connection: connectionId }),
  articles: () => ({}),
  gaps: () => ({}),
  people: () => ({}),
  replies: () => ({}),
};

export function hrefOf(change: Partial<Place>): string {
  const there = { ...place.value, ...change };
  const query = new URLSearchParams();
  if (there.view !== "cases") query.set("view", there.view);
  for (const [name, value] of Object.entries(IN_ADDRESS[there.view](there))) if (value) query.set(name, value);
  return `/desk/${query.size > 0 ? `?${query}` : ""}`;
}

export function goTo(change: Partial<Place>): void {
  history.pushState(null, "", hrefOf(change));
  place.value = readPlace();
}

/** For links within the desk: moves without a reload, and leaves "open in a new tab" alone. */
export function follow(event: MouseEvent, change: Partial<Place>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  goTo(change);
}
