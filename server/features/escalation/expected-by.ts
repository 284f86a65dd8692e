import { openingOn, type OpeningHours } from "#server/core/opening-hours.ts";
import { addDays, localDate } from "#server/core/zone-time.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

export type SupportHours = OpeningHours & { answerWithinHours: number };

const SEARCH_DAYS = 400;

/**
 * The instant by which a person answers what was sent at `now`: `answerWithinHours` hours of opening time later.
 */
export function expectedBy(now: Date, hours: SupportHours): Date {
  let left = hours.answerWithinHours * HOUR_MS;
  const today = localDate(now, hours.timeZone);
  for (let i = 0; i < SEARCH_DAYS; i++) {
    const opening = openingOn(addDays(today, i - 1), hours);
    if (!opening) continue;
    const start = Math.max(opening.from, now.getTime());
    const open = opening.to - start;
    if (open >= left) return new Date(start + left);
    if (open > 0) left -= open;
  }
  // Holidays without end: no opening time is left to count, so count plain hours.
  return new Date(now.getTime() + hours.answerWithinHours * HOUR_MS);
}
