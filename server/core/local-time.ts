import { localDate, localTime } from "./zone-time.ts";

/** Times as people in one place say them. */

/** "today", "tomorrow", "yesterday" as seen at `now`, else "Tuesday 24 November"; with the year when it is another. */
export function sayDay(at: Date, now: Date, timeZone: string): string {
  const days = (dayNumber(at, timeZone) - dayNumber(now, timeZone)) / 86_400_000;
  const near = { "-1": "yesterday", "0": "today", "1": "tomorrow" }[String(days)];
  if (near) return near;
  const year = Math.abs(days) > 300 ? { year: "numeric" as const } : {};
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    ...year,
  });
  return format.format(at).replace(",", "");
}

/** "Cape Town" of Africa/Cape_Town; "UTC" stays. */
export const placeOf = (timeZone: string): string => (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** "today at 18:00 (Johannesburg time)" */
export const sayMoment = (at: Date, now: Date, timeZone: string): string =>
  `${sayDay(at, now, timeZone)} at ${localTime(at, timeZone)} (${placeOf(timeZone)} time)`;

const dayNumber = (at: Date, timeZone: string): number => Date.parse(localDate(at, timeZone));
