import { speech } from "#content/words.ts";

/** "10 March 2026". Dates in frontmatter are days, not moments: UTC keeps them the day that was written. */
export const sayDate = (date: Date) =>
  new Intl.DateTimeFormat(speech().locale, { dateStyle: "long", timeZone: "UTC" }).format(date);

/** "2026-03-10" */
export const isoDate = (date: Date) => date.toISOString().slice(0, 10);
