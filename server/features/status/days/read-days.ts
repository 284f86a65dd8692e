import { addDays, localDate, localTime } from "#server/core/zone-time.ts";
import type { Reading } from "../parse/reading.ts";
import { DAY_STATES, DAYS_TOLD } from "../status.values.ts";
import type { VendorDay } from "./keep-days.ts";

type Day = Pick<VendorDay, "day" | "state" | "hours">;

/** The first of the days that are told, as seen at `now`. */
export const firstDay = (now: Date, timeZone: string): string => addDays(localDate(now, timeZone), 1 - DAYS_TOLD);

/** What a reading at `at` says of days: of this one, and of those that the vendor's own list has troubles in. */
export function daysIn({ state, past }: Reading, at: Date, timeZone: string): Day[] {
  const [first, today] = [firstDay(at, timeZone), localDate(at, timeZone)];
  const hour = Number(localTime(at, timeZone).slice(0, 2));
  const days = new Map<string, Day>([[today, { day: today, state, hours: 2 ** hour }]]);
  for (const { state: then, from, to } of past) {
    const began = localDate(new Date(from), timeZone);
    const ended = to ? localDate(new Date(to), timeZone) : today;
    const last = ended < today ? ended : today;
    for (let day = began > first ? began : first; day <= last; day = addDays(day, 1))
      days.set(day, joinDays(days.get(day), { day, state: then, hours: 0 }));
  }
  return [...days.values()];
}

/** The worse of two, seen in the hours of both. */
export const joinDays = <D extends Day>(held: D | undefined, more: D): D =>
  held
    ? { ...more, state: worstOf(held.state, more.state), hours: held.hours | more.hours } // 24 bits
    : more;

const worstOf = (a: Day["state"], b: Day["state"]): Day["state"] =>
  DAY_STATES.indexOf(a) > DAY_STATES.indexOf(b) ? a : b;
