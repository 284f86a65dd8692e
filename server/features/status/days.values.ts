/** 90 days of a vendor, drawn and said the same from the server and in the browser. */
import { shortDaysIn } from "#content/locale-formats.ts";
import type { VendorDays } from "./status.schema.ts";
import { DAYS_TOLD } from "./status.values.ts";
import { statusWords } from "./status.words.ts";
import { daysWords as t } from "./days.words.ts";

type Break = VendorDays["breaks"][number];
type State = Break["state"] | "operational";
/** `to` is the first place that is not of it. */
type Run<S> = { state: S; from: number; to: number };
/** A piece of a line, in percent of its length. */
export type Piece = { state: State; from: string; to: string; middle: string };
/** `breaks` are for who wants to know which days. */
export type SaidDays = { says: string; breaks: string[] };

/** All that a line can have, what matters least first. */
export const DRAWN: readonly State[] = ["operational", "unknown", "maintenance", "degraded", "down"];

const DAY_MS = 24 * 60 * 60 * 1000;

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
export const drawDays = (days: VendorDays): Piece[] =>
  runsOf(statesOf(days))
    .toSorted((a, b) => DRAWN.indexOf(a.state) - DRAWN.indexOf(b.state))
    .map(({ state, from, to }) => ({
      state,
      from: percent(from),
      to: percent(to),
      middle: percent((from + to) / 2),
    }));

/** "Trouble on 2 days of 48. Watched since 12 October." */
export function sayDays(days: VendorDays, locale: string): SaidDays {
  const states = statesOf(days);
  const count = (...wanted: State[]): number => states.filter((state) => wanted.includes(state)).length;
  const unseen = days.breaks.filter(({ state }) => state === "unknown").reduce((sum, each) => sum + lengthOf(each), 0);
  const known = DAYS_TOLD - count("unknown");
  const trouble = count("degraded", "down");
  if (known === 0) return { says: t.notYet, breaks: [] };
  const says = [
    trouble > 0 ? t.trouble(trouble, known) : t.noTrouble(known),
    count("maintenance") > 0 && t.maintenance(count("maintenance")),
    unseen > 0 && t.unseen(unseen),
    days.since && placeIn(days, days.since) > 0 && t.since(shortDaysIn(locale).format(new Date(days.since))),
  ];
  return { says: says.filter(Boolean).join(" "), breaks: days.breaks.map((each) => sayBreak(each, locale)) };
}

const sayBreak = ({ from, to, state }: Break, locale: string): string =>
  t.onDays(shortDaysIn(locale).formatRange(new Date(from), new Date(to)), stateWords()[state]);

const stateWords = (): Record<Break["state"], string> => ({
  maintenance: statusWords.maintenance,
  degraded: statusWords.trouble,
  down: statusWords.down,
  unknown: statusWords.notKnown,
});

export const sayKey = (state: State): string => t.key[state];

/** What each day was, the oldest first. */
function statesOf(days: VendorDays): State[] {
  const watched = days.since ? placeIn(days, days.since) : DAYS_TOLD;
  const states = Array.from({ length: DAYS_TOLD }, (_, at): State => (at < watched ? "unknown" : "operational"));
  for (const { from, to, state } of days.breaks) states.fill(state, placeIn(days, from), placeIn(days, to) + 1);
  return states;
}

const placeIn = ({ until }: VendorDays, day: string): number => DAYS_TOLD - 1 - daysBetween(day, until);
const lengthOf = ({ from, to }: Break): number => daysBetween(from, to) + 1;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const percent = (place: number): string => `${Math.round((place / DAYS_TOLD) * 10_000) / 100}%`;
