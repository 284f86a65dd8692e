import { signal } from "@preact/signals";
import type { CaseState } from "#server/features/escalation/escalation.schema.ts";
import { GAP_STATES, PHRASE_KINDS } from "#server/features/gaps/gaps.values.ts";

export type View = "cases" | "answers" | "connections" | "articles" | "gaps" | "people" | "replies";
/** Which answers are listed. */
export type AnswerShow = "unanswered" | "partial" | "not_helped";
/** Which connections are listed. */
export type ConnectionShow = "waiting" | "failing";
/** Where in the desk somebody is. It stands in the address: a link, a reload and "back" all lead to it. */
export type Place = {
  view: View;
  state: CaseState | null;
  caseId: string | null;
  show: AnswerShow | null;
  answerId: string | null;
  only: ConnectionShow | null;
  integration: string | null;
  connectionId: string | null;
  /** Which gaps are listed; null: the open ones. */
  gapState: (typeof GAP_STATES)[number] | null;
  gapKind: (typeof PHRASE_KINDS)[number] | null;
  topic: string | null;
  gapId: string | null;
  /** What is searched for, in the list of the view. */
  q: string;
};

/** Nothing open and no filter: where a search or another view begins. */
export const BEGINNING = {
  state: null,
  caseId: null,
  show: null,
  answerId: null,
  only: null,
  integration: null,
  connectionId: null,
  gapState: null,
  gapKind: null,
  topic: null,
  gapId: null,
  q: "",
} satisfies Partial<Place>;

const VIEWS = ["cases", "answers", "connections", "articles", "gaps", "people", "replies"] as const satisfies View[];
const SHOWS = ["unanswered", "partial", "not_helped"] as const satisfies AnswerShow[];
const ONLY = ["waiting", "failing"] as const satisfies ConnectionShow[];
const STATES = ["new", "open", "waiting", "solved"] as const satisfies CaseState[];

const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  return {
    view: oneOf(VIEWS, query.get("view")) ?? "cases",
    state: oneOf(STATES, query.get("state")),
    caseId: query.get("case"),
    show: oneOf(SHOWS, query.get("show")),
    answerId: query.get("answer"),
    only: oneOf(ONLY, query.get("only")),
    integration: query.get("integration"),
    connectionId: query.get("connection"),
    gapState: oneOf(GAP_STATES, query.get("state")),
    gapKind: oneOf(PHRASE_KINDS, query.get("kind")),
    topic: query.get("topic"),
    gapId: query.get("gap"),
    q: query.get("q") ?? "",
  };
}

export const place = signal<Place>(readPlace());
addEventListener("popstate", () => (place.value = readPlace()));

/** What of a place its view keeps in the address. */
const IN_ADDRESS: Record<View, (of: Place) => Record<string, string | null>> = {
  cases: ({ state, q, caseId }) => ({ state, q, case: caseId }),
  answers: ({ show, q, answerId }) => ({ show, q, answer: answerId }),
  connections: ({ only, integration, q, connectionId }) => ({ only, integration, q, connection: connectionId }),
  articles: () => ({}),
  gaps: ({ gapState, gapKind, topic, integration, q, gapId }) => ({
    state: gapState,
    kind: gapKind,
    topic,
    integration,
    q,
    gap: gapId,
  }),
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
