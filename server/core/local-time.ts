import { speech } from "#content/words.ts";
import { localTimeWords as t } from "./local-time.words.ts";
import { localDate, localTime } from "./zone-time.ts";
import { DAY_MS } from "./durations.values.ts";

/** Times as people in one place say them. */

/** "today", "tomorrow", "yesterday" as seen at `now`, else "Tuesday 24 November"; with the year when it is another. */
export function sayDay(at: Date, now: Date, timeZone: string): string {
  const days = (dayNumber(at, timeZone) - dayNumber(now, timeZone)) / DAY_MS;
  const near = { "-1": t.yesterday, "0": t.today, "1": t.tomorrow }[String(days)];
  if (near) return near;
  return sayDate(at, timeZone, Math.abs(days) > 300 ? { year: "numeric" } : {});
}

/** "Tuesday 24 November" */
function sayDate(at: Date, timeZone: string, year: { year?: "numeric" } = {}): string {
  const { locale, language } = speech();
  const format = new Intl.DateTimeFormat(locale, { timeZone, weekday: "long", day: "numeric", month: "long", ...year });
  const said = format.format(at);
  return language === "en" ? said.replace(",", "") : said;
}

/** "Cape Town" of Africa/Cape_Town; "UTC" stays. */
export const placeOf = (timeZone: string): string => (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** "today at 18:00 (Johannesburg time)" */
export const sayMoment = (at: Date, now: Date, timeZone: string): string =>
  t.moment(sayDay(at, now, timeZone), localTime(at, timeZone), placeOf(timeZone));

/** The same for what is read later than it is written: "Tuesday 24 November at 18:00 (Johannesburg time)" */
export const sayMomentByDate = (at: Date, timeZone: string): string =>
  t.moment(sayDate(at, timeZone), localTime(at, timeZone), placeOf(timeZone));

const dayNumber = (at: Date, timeZone: string): number => Date.parse(localDate(at, timeZone));
