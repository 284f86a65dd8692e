/** When people answer, in a sentence. */
import type { Hub } from "#content/schema.ts";

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function describeHours({ answerWithinHours, days, from, to, timeZone }: Hub["support"]): string {
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ");
  const clock = (time: string) => time.replace(/^0/, "");
  const within = `${answerWithinHours} working ${answerWithinHours === 1 ? "hour" : "hours"}`;
  return `Answers within ${within}, ${describeDays(days)}, ${clock(from)} to ${clock(to)} in ${city}.`;
}

/** "Monday to Friday" where the days follow each other, a list where they do not. */
function describeDays(days: Hub["support"]["days"]): string {
  const chosen = WEEK.flatMap((day, index) => (days.includes(day) ? [index] : []));
  const [first = 0, last = 0] = [chosen.at(0), chosen.at(-1)];
  const names = chosen.map((index) => NAMES[index] ?? "");
  if (chosen.length > 2 && last - first === chosen.length - 1) return `${NAMES[first]} to ${NAMES[last]}`;
  return new Intl.ListFormat("en-GB").format(names);
}
