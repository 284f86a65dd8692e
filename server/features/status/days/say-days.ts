import { shortDaysIn } from "#content/locale-formats.ts";
import { type DayState, type Days, placeIn, statesOf } from "../days.values.ts";
import type { VendorDays } from "../status.schema.ts";
import { DAYS_TOLD } from "../status.values.ts";
import { statusWords } from "../status.words.ts";
import { daysWords as t } from "./days.words.ts";

type Break = Days["breaks"][number];

/**
 * The days with what is said of them: "Trouble on 2 days of 48. Watched since 12 October." Not left to browsers: the first
 * date that they write in words holds a phone for 40 ms.
 */
export function sayDays(days: Days, locale: string): VendorDays {
  const breaks = days.breaks.map((each) => ({ ...each, says: sayBreak(each, locale) }));
  return { ...days, says: sumUp(days, locale), breaks };
}

function sumUp(days: Days, locale: string): string {
  const states = statesOf(days);
  const count = (...wanted: DayState[]): number => states.filter((state) => wanted.includes(state)).length;
  const lengthOf = ({ from, to }: Break): number => placeIn(days, to) - placeIn(days, from) + 1;
  const unseen = days.breaks.filter(({ state }) => state === "unknown").reduce((sum, each) => sum + lengthOf(each), 0);
  const known = DAYS_TOLD - count("unknown");
  const trouble = count("degraded", "down");
  if (known === 0) return t.notYet;
  const sentences = [
    trouble > 0 ? t.trouble(trouble, known) : t.noTrouble(known),
    count("maintenance") > 0 && t.maintenance(count("maintenance")),
    unseen > 0 && t.unseen(unseen),
    days.since && placeIn(days, days.since) > 0 && t.since(shortDaysIn(locale).format(new Date(days.since))),
  ];
  return sentences.filter(Boolean).join(" ");
}

const sayBreak = ({ from, to, state }: Break, locale: string): string =>
  t.onDays(shortDaysIn(locale).formatRange(new Date(from), new Date(to)), stateWords()[state]);

const stateWords = (): Record<Break["state"], string> => ({
  maintenance: statusWords.maintenance,
  degraded: statusWords.trouble,
  down: statusWords.down,
  unknown: statusWords.notKnown,
});
