import { signal } from "@preact/signals";
import { type CaseFilters, filtersInAddress, NO_FILTERS, oneOf, readFilters } from "./case-filters.ts";
import { ARTICLE_SHOWS } from "#server/features/articles/articles.values.ts";
import { GAP_STATES, PHRASE_KINDS } from "#server/features/gaps/gaps.values.ts";
import { VIEWS, type View } from "./views.ts";

const SHOWS = ["unanswered", "partial", "not_helped"] as const;
const ONLY = ["waiting", "failing"] as const;
/** Which answers are listed. */
export type AnswerShow = (typeof SHOWS)[number];
/** Which deliveries are listed; without it, those that were given up. */
export type DeliveryState = "waiting";
/** Which articles are listed. */
export type ArticleShow = (typeof ARTICLE_SHOWS)[number];
/** Where in the desk somebody is. It stands in the address: a link, a reload and "back" all lead to it. */
export type Place = CaseFilters & {
  view: View;
  caseId: string | null;
  show: AnswerShow | null;
  answerId: string | null;
  /** Which connections are listed. */
  only: (typeof ONLY)[number] | null;
  integration: string | null;
  connectionId: string | null;
  delivery: DeliveryState | null;
  /** Of which deliveries are listed. */
  channel: string | null;
  /** The days that a report is about: a number of them, or the first and the last. */
  days: string | null;
  from: string | null;
  to: string | null;
  articles: ArticleShow | null;
  articleId: string | null;
  /** Which gaps are listed; null: the open ones. */
  gapState: (typeof GAP_STATES)[number] | null;
  gapKind: (typeof PHRASE_KINDS)[number] | null;
  gapId: string | null;
  /** In the log: whose deeds, of which kind, to what. */
  by: string | null;
  kind: string | null;
  object: string | null;
  /** What is searched for, in the list of the view. */
  q: string;
};

/** What names the row that is open, in each view of rows. */
export const OPEN_ROW = {
  cases: "caseId",
  answers: "answerId",
  connections: "connectionId",
  articles: "articleId",
  gaps: "gapId",
} as const satisfies Partial<Record<View, keyof Place>>;
export type RowsView = keyof typeof OPEN_ROW;

export const NOTHING_OPEN = { caseId: null, answerId: null, connectionId: null, articleId: null, gapId: null };

/** Nothing open and no filter: where a search or another view begins. */
export const BEGINNING = {
  ...NO_FILTERS,
  ...NOTHING_OPEN,
  show: null,
  only: null,
  integration: null,
  delivery: null,
  channel: null,
  days: null,
  from: null,
  to: null,
  articles: null,
  gapState: null,
  gapKind: null,
  by: null,
  kind: null,
  object: null,
  q: "",
} satisfies Partial<Place>;

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
    delivery: oneOf(["waiting"], query.get("delivery")),
    channel: query.get("channel"),
    days: query.get("days"),
    from: query.get("from"),
    to: query.get("to"),
    articles: oneOf(ARTICLE_SHOWS, query.get("show")),
    articleId: query.get("article"),
    gapState: oneOf(GAP_STATES, query.get("state")),
    gapKind: oneOf(PHRASE_KINDS, query.get("kind")),
    gapId: query.get("gap"),
    by: query.get("by"),
    kind: query.get("kind"),
    object: query.get("object"),
    q: query.get("q") ?? "",
  };
}

export const place = signal<Place>(readPlace());
addEventListener("popstate", () => (place.value = readPlace()));

/** What of a place its view keeps in the address. */
const IN_ADDRESS: Record<View, (of: Place) => Record<string, string | null>> = {
  cases: (there) => ({ ...filtersInAddress(there), q: there.q, case: there.caseId }),
  answers: ({ show, q, answerId }) => ({ show, q, answer: answerId }),
  connections: ({ only, integration, q, connectionId }) => ({ only, integration, q, connection: connectionId }),
  deliveries: ({ delivery, channel }) => ({ delivery, channel }),
  reports: ({ days, from, to }) => ({ days, from, to }),
  data: () => ({}),
  articles: ({ articles, q, articleId }) => ({ show: articles, q, article: articleId }),
  gaps: ({ gapState, gapKind, topic, integration, q, gapId }) => ({
    state: gapState,
    kind: gapKind,
    topic,
    integration,
    q,
    gap: gapId,
  }),
  people: () => ({}),
  api: () => ({}),
  log: ({ by, kind, object }) => ({ by, kind, object }),
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
