import { stem } from "./stem.ts";

/** The words of a text as FTS5's unicode61 splits them: lower case, no diacritics, letters and digits. */
export function splitWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

export const splitStems = (text: string): string[] => splitWords(text).map(stem);

/** Words that say how one asks, not what about. */
const STOP_WORDS = new Set(
  `a about am an and any are as at be been being but by can could d did do does doing don for from get gets getting got had has
  have having he help her here hers him his how i if im in into is isn it its just know ll let like m may me might mine my need
  of off on or our ours out over own please re s shall she should so some such t tell than thanks that the their theirs them
  then there these they this those to too under until up us ve very want wants was way we were what when where which while who
  whom whose why will with won would you your yours`.split(/\s+/),
);

/** Without stop words; all of them when there are no others. */
export function dropStopWords(words: string[]): string[] {
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}
