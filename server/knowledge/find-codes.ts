import type { Vocabulary } from "./vocabulary.ts";
import { splitWords, VERSION } from "./words.ts";

/** INVALID_SESSION_ID, CVE-2015-0235, E-1001: words with signs between, or with a number of two digits at least. */
const CODE = String.raw`(?<![\p{L}\p{N}])\p{L}(?=[\p{L}\p{N}‐‑-]*(?:_|\d\d))[\p{L}\p{N}]*(?:[-‐‑_][\p{L}\p{N}]+)+`;
const CODES = new RegExp(CODE, "gu");
/** Every word of a text, but for the parts of a code. */
export const CODE_OR_WORD = new RegExp(String.raw`${CODE}|[\p{L}\p{M}\p{N}]+`, "gu");

/** A version or a code that a question names: whatever has none of its words says nothing of it. */
export type Code = { written: string; words: string[] };

/** "8.5.7" and what begins with it, and codes whole, but for those that the articles write apart ("HTTP 404"). */
export function findCodes(text: string, vocabulary: Vocabulary): Code[] {
  const versions = splitWords(text).filter((word) => VERSION.test(word));
  const codes = (text.match(CODES) ?? []).map((written) => ({ written, parts: splitWords(written) }));
  return [
    ...versions.map((written) => ({ written, words: [written, ...vocabulary.versionsOf(written)] })),
    ...codes
      .map(({ written, parts }) => ({ written, parts, words: [parts.join("")] }))
      .filter(({ words, parts }) => words.some((word) => vocabulary.knows(word)) || !vocabulary.hasTogether(parts))
      .map(({ written, words }) => ({ written, words })),
  ];
}
