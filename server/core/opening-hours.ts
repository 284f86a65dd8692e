import type { Hub } from "#content/schema.ts";
import { addDays, instantOf, localDate } from "./zone-time.ts";

export type OpeningHours = Pick<Hub["support"], "timeZone" | "days" | "from" | "to" | "holidays">;
/** Instants, in ms. */
export type Opening = { from: number; to: number };

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** When support is open on a calendar day (YYYY-MM-DD). A day whose `to` is not after its `from` runs past midnight and belongs to the day on which it began. */
export function openingOn(date: string, { timeZone, days, from, to, holidays }: OpeningHours): Opening | null {
  const weekday = WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()];
  if (!weekday || !days.includes(weekday) || holidays.includes(date)) return null;
  const closing = to > from ? date : addDays(date, 1);
  return { from: instantOf(date, from, timeZone), to: instantOf(closing, to, timeZone) };
}

/** Counts opening time (ms) between two instants, both within `first` and `last`; days are looked up once, for thousands of questions. */
export function countOpenTime(hours: OpeningHours, first: Date, last: Date): (from: Date, to: Date) => number {
  const openings: (Opening & { before: number })[] = [];
  const end = localDate(last, hours.timeZone);
  let before = 0;
  for (let date = addDays(localDate(first, hours.timeZone), -1); date <= end; date = addDays(date, 1)) {
    const opening = openingOn(date, hours);
    if (!opening) continue;
    openings.push({ ...opening, before });
    before += opening.to - opening.from;
  }
  const openUntil = (at: number): number => {
    const opening = lastBefore(openings, at);
    return opening ? opening.before + Math.min(at, opening.to) - opening.from : 0;
  };
  return (from, to) => openUntil(to.getTime()) - openUntil(from.getTime());
}

/** The last opening that had begun at an instant. */
function lastBefore<Each extends Opening>(openings: Each[], at: number): Each | undefined {
  let [low, high] = [0, openings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openings[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return openings[low - 1];
}
