/** 90 days of a vendor as a line, the same from the server and in the browser. */
import { DAY_MS } from "#server/core/durations.values.ts";
import type { VendorDays } from "./status.schema.ts";
import { DAYS_TOLD } from "./status.values.ts";

type Break = VendorDays["breaks"][number];
/** Without the words for them. */
export type Days = Pick<VendorDays, "until" | "since"> & { breaks: Omit<Break, "says">[] };
export type DayState = Break["state"] | "operational";
/** `to` is the first place that is not of it. */
type Run<S> = { state: S; from: number; to: number };
/** A piece of a line, in percent of its length. */
export type Piece = { state: DayState; from: string; to: string; middle: string };

/** All that a line can have, what matters least first. */
export const DRAWN: readonly DayState[] = ["operational", "unknown", "maintenance", "degraded", "down"];

/** Neighbours that are the same, as one. */
export function runsOf<S>(states: S[]): Run<S>[] {
  const runs: Run<S>[] = [];
  for (const [at, state] of states.entries()) {
    const last = runs.at(-1);
    if (last?.state === state) last.to = at + 1;
    else runs.push({ state, from: at, to: at + 1 });
  }
  return runs;
}

/** What is drawn later stands over its neighbours' ends: a broken day is no wider than they leave it. */
export const drawDays = (days: Days): Piece[] =>
  runsOf(statesOf(days))
    .toSorted((a, b) => DRAWN.indexOf(a.state) - DRAWN.indexOf(b.state))
    .map(({ state, from, to }) => ({
      state,
      from: percent(from),
      to: percent(to),
      middle: percent((from + to) / 2),
    }));

/** What each day was, the oldest first. */
export function statesOf(days: Days): DayState[] {
  const watched = days.since ? placeIn(days, days.since) : DAYS_TOLD;
  const states = Array.from({ length: DAYS_TOLD }, (_, at): DayState => (at < watched ? "unknown" : "operational"));
  for (const { from, to, state } of days.breaks) states.fill(state, placeIn(days, from), placeIn(days, to) + 1);
  return states;
}

/** Nought is the oldest. */
export const placeIn = ({ until }: Days, day: string): number =>
  DAYS_TOLD - 1 - (Date.parse(until) - Date.parse(day)) / DAY_MS;

const percent = (place: number): string => `${Math.round((place / DAYS_TOLD) * 10_000) / 100}%`;
