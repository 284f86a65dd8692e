export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");

/** "Sept" and "Mondays" are September and Monday; "mar" and "sun" only where they are written as names. */
export const DATES: ReadonlyMap<string, string> = new Map(
  [...MONTHS, ...WEEKDAYS].flatMap(
    (name) =>
      [
        [name, name],
        [`${name}s`, name],
        [name.slice(0, 3), name],
        ...(name === "september" ? [["sept", name] as const] : []),
      ] as [string, string][],
  ),
);
/** Words that are dates only beside a figure or as names. */
export const UNSURE_DATES = new Set(["may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "august"]);

/** "2026-03-10" is 10 March 2026. */
export const spellDates = (text: string): string =>
  text.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (date, year: string, month: string, day: string) => {
    const name = MONTHS[Number(month) - 1];
    return name ? `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}` : date;
  });
