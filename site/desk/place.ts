import { signal } from "@preact/signals";
import type { CaseState } from "#server/features/escalation/escalation.schema.ts";

export type View = "cases" | "answers" | "articles" | "gaps" | "people";
/** Which answers are listed. */
export type AnswerShow = "unanswered" | "partial" | "not_helped";
/** Where in the desk somebody is. It stands in the address: a link, a reload and "back" all lead to it. */
export type Place = {
  view: View;
  state: CaseState | null;
  caseId: string | null;
  show: AnswerShow | null;
  answerId: string | null;
  /** What is searched for, in cases or in answers. */
  q: string;
};

const VIEWS: readonly string[] = ["cases", "answers", "articles", "gaps", "people"] satisfies View[];
const SHOWS: readonly string[] = ["unanswered", "partial", "not_helped"] satisfies AnswerShow[];
const STATES: readonly string[] = ["new", "open", "waiting", "solved"] satisfies CaseState[];

function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  const view = query.get("view") ?? "";
  const state = query.get("state") ?? "";
  const show = query.get("show") ?? "";
  return {
    // The casts are of words just found in the list of all of them.
    view: VIEWS.includes(view) ? (view as View) : "cases",
    state: STATES.includes(state) ? (state as CaseState) : null,
    caseId: query.get("case"),
    show: SHOWS.includes(show) ? (show as AnswerShow) : null,
    answerId: query.get("answer"),
    q: query.get("q") ?? "",
  };
}

export const place = signal<Place>(readPlace());
addEventListener("popstate", () => (place.value = readPlace()));

export function hrefOf(change: Partial<Place>): string {
  const { view, state, caseId, show, answerId, q } = { ...place.value, ...change };
  const query = new URLSearchParams();
  if (view !== "cases") query.set("view", view);
  const inView = { cases: { state, q, case: caseId }, answers: { show, q, answer: answerId } };
  for (const [name, value] of Object.entries(view === "cases" || view === "answers" ? inView[view] : {})) {
    if (value) query.set(name, value);
  }
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
