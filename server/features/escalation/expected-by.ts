import type { Hub } from "#content/schema.ts";

export type SupportHours = Pick<Hub["support"], "timeZone" | "days" | "from" | "to" | "answerWithinHours" | "holidays">;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEARCH_DAYS = 400;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/**
 * The instant by which a person answers what was sent at `now`: `answerWithinHours` hours of opening time later.
 * A day whose `to` is not after its `from` runs past midnight and belongs to the day on which it began.
 */
export function expectedBy(now: Date, hours: SupportHours): Date {
  let left = hours.answerWithinHours * HOUR;
  const firstDay = Date.parse(`${localDate(now, hours.timeZone)}T00:00Z`) - DAY;
  for (let i = 0; i < SEARCH_DAYS; i++) {
    const date = new Date(firstDay + i * DAY);
    const opening = openingOn(date, hours);
    if (!opening) continue;
    const start = Math.max(opening.from, now.getTime());
    const open = opening.to - start;
    if (open >= left) return new Date(start + left);
    if (open > 0) left -= open;
  }
  // Holidays without end: no opening time is left to count, so count plain hours.
  return new Date(now.getTime() + hours.answerWithinHours * HOUR);
}

/** `day` is a calendar day, as its midnight in UTC. */
function openingOn(day: Date, hours: SupportHours): { from: number; to: number } | null {
  const date = day.toISOString().slice(0, 10);
  const weekday = WEEKDAYS[day.getUTCDay()];
  if (!weekday || !hours.days.includes(weekday) || hours.holidays.includes(date)) return null;
  const closing = hours.to > hours.from ? date : new Date(day.getTime() + DAY).toISOString().slice(0, 10);
  return {
    from: instantOf(date, hours.from, hours.timeZone),
    to: instantOf(closing, hours.to, hours.timeZone),
  };
}

/** The instant (ms) at which clocks in `timeZone` show that date and time; a time skipped in spring is moved on by what was skipped. */
function instantOf(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}Z`);
  const candidates = [wall - offsetAt(wall - DAY, timeZone), wall - offsetAt(wall + DAY, timeZone)];
  return candidates.find((at) => at + offsetAt(at, timeZone) === wall) ?? Math.max(...candidates);
}

/** How far clocks in `timeZone` are ahead of UTC at an instant; both in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return Date.parse(`${localDate(at, timeZone)}T${time.format(at)}Z`) - Math.floor(instant / 60_000) * 60_000;
}

const localDate = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
