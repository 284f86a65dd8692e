/** When people answer, in a sentence. */
import { listsIn, weekdaysIn } from "#content/locale-formats.ts";
import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { supportHoursWords as t } from "./support-hours.words.ts";

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

export function describeHours({ answerWithinHours, days, from, to, timeZone }: Hub["support"]): string {
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? "";
  const clock = (time: string) => time.replace(/^0/, "");
  return t.all(t.within(answerWithinHours), describeDays(days), clock(from), clock(to), city);
}

/** "Monday to Friday" where the days follow each other, a list where they do not. */
function describeDays(days: Hub["support"]["days"]): string {
  const chosen = WEEK.flatMap((day, index) => (days.includes(day) ? [index] : []));
  const [first = 0, last = 0] = [chosen.at(0), chosen.at(-1)];
  if (chosen.length > 2 && last - first === chosen.length - 1) return t.span(nameDay(first), nameDay(last));
  return listsIn(speech().locale).format(chosen.map(nameDay));
}

const nameDay = (index: number): string => weekdaysIn(speech().locale).format(MONDAY + index * DAY_MS);
