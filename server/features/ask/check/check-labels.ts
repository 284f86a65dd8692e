import { lineOf } from "#server/knowledge/words.ts";
import type { Rule } from "./fault.ts";
import { readTokens } from "./read-tokens.ts";

/** A quote opens behind a word's end and closes before its beginning: of "as a "racket" by" only one word is quoted. */
const QUOTED = /(?<![\p{L}\p{N}])"([^"]{1,120})"(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'([^']{2,120})'(?![\p{L}\p{N}])/gu;

/** What is quoted stands in a source word for word. */
export const checkLabels: Rule = ({ text, tongue }, { line }) => {
  for (const [, double, single] of text.matchAll(QUOTED)) {
    const label = double ?? single ?? "";
    const words = readTokens(label, tongue).map(({ lower }) => lower);
    if (words.length > 0 && !line.includes(lineOf(words))) return { reason: "label", what: label };
  }
  return null;
};
