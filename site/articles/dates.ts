import { daysIn } from "#content/locale-formats.ts";
import { speech } from "#content/words.ts";

/** "10 March 2026" */
export const sayDate = (date: Date) => daysIn(speech().locale).format(date);
