/** Which way a language runs, and what keeps a text of one language in order within a page of another. */

const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/;
export const directionOf = (language: string): "rtl" | "ltr" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");

/** What marks a text within a page of another language, so that it is read aloud and laid out as its own; nothing where both are one. */
export function marksOf(language: string, page: string): { lang?: string; dir?: "rtl" | "ltr" } {
  if (language === page) return {};
  const dir = directionOf(language);
  return dir === directionOf(page) ? { lang: language } : { lang: language, dir };
}

/** Without a width; what stands between two of them runs as they say. */
const SIGNS = { ltr: "\u200E", rtl: "\u200F" };

/**
 * A text that nobody has translated, as it stands in a page of another language. Where that runs the other way, its full
 * stops and question marks stay on their side: in names for those who hear, in options and in mails too, which no `dir`
 * reaches. Not isolates: of a sentence that stands in several pieces, those beside each other stay one.
 */
export function standIn(text: string, language: string, page: string): string {
  if (language === page || !text) return text;
  const direction = directionOf(language);
  return direction === directionOf(page) ? text : between(SIGNS[direction], text);
}

const between = (sign: string, text: string): string => `${sign}${text}${sign}`;

const LETTER = /\p{L}/u;
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** A sign at an end, which takes its side from what is around it; those without a width (Cf) have one. */
const OPEN_END = /^[^\p{L}\p{N}\p{Cf}]|[^\p{L}\p{N}\p{Cf}]$/u;

/**
 * A value within a text, such as a reader's question: where it runs the other way, its question mark stays on its side.
 * @param page how that runs: rtl or ltr
 */
export function valueIn(page: string, value: string): string {
  const [first] = LETTER.exec(value) ?? [];
  if (!first || !OPEN_END.test(value)) return value;
  const direction = FROM_RIGHT.test(first) ? "rtl" : "ltr";
  return direction === page ? value : between(SIGNS[direction], value);
}
