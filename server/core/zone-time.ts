/** Dates and clock times of one time zone, and the instants that they name. */
import { utcDay } from "#content/utc-day.ts";
import { DAY_MS } from "./durations.values.ts";

/** The instant (ms) at which clocks in `timeZone` show that date and time; a time skipped in spring is moved on by what was skipped. */
export function instantOf(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}Z`);
  const candidates = [wall - offsetAt(wall - DAY_MS, timeZone), wall - offsetAt(wall + DAY_MS, timeZone)];
  return candidates.find((at) => at + offsetAt(at, timeZone) === wall) ?? Math.max(...candidates);
}

/** YYYY-MM-DD in `timeZone`. */
export const localDate = (at: Date, timeZone: string): string => formatsOf(timeZone).date.format(at);

/** HH:MM in `timeZone`. */
export const localTime = (at: Date, timeZone: string): string => formatsOf(timeZone).time.format(at);

/** The calendar day so many days later; YYYY-MM-DD. */
export const addDays = (date: string, days: number): string =>
  utcDay(new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS));

/** How far clocks in `timeZone` are ahead of UTC at an instant; both in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const at = new Date(instant);
  const { date, time } = formatsOf(timeZone);
  return Date.parse(`${date.format(at)}T${time.format(at)}Z`) - Math.floor(instant / 60_000) * 60_000;
}

type Formats = { date: Intl.DateTimeFormat; time: Intl.DateTimeFormat };
/** To make one takes longer than to use it a hundred times. */
const made = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const known = made.get(timeZone);
  if (known) return known;
  const formats = {
    date: new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }),
    time: new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  };
  made.set(timeZone, formats);
  return formats;
}
