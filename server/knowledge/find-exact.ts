import type { Vocabulary } from "./vocabulary.ts";
import { splitWords, VERSION } from "./words.ts";

/** INVALID_SESSION_ID, CVE-2015-0235, E-1001: words with signs between, or with a number of two digits at least. */
const CODE = String.raw`(?<![\p{L}\p{N}])\p{L}(?=[\p{L}\p{N}‐‑-]*(?:_|\d\d))[\p{L}\p{N}]*(?:[-‐‑_][\p{L}\p{N}]+)+`;
const CODES = new RegExp(CODE, "gu");
/** Every word of a text, but for the parts of a code. */
export const CODE_OR_WORD = new RegExp(String.raw`${CODE}|[\p{L}\p{M}\p{N}]+`, "gu");

/** What a question means letter by letter: what says nothing like it is no whole answer. */
export type Exact = {
  written: string;
  /** One of these has to stand there, its words beside each other. */
  said: string[][];
  /** True of words in quotation marks; else it is a version or a code. */
  quoted: boolean;
};

/** Quoted words, "8.5.7" and what begins with it, and codes whole, but for those that the articles write apart ("HTTP 404"). */
export function findExact(text: string, quotes: string[], vocabulary: Vocabulary): Exact[] {
  const versions = splitWords(text).filter((word) => VERSION.test(word));
  return [
    ...quotes.map((written) => ({ written, said: [splitWords(written)], quoted: true })).filter(isPhrase),
    ...versions.map((written) => ({
      written,
      said: [written, ...vocabulary.versionsOf(written)].map((each) => [each]),
      quoted: false,
    })),
    ...(text.match(CODES) ?? []).flatMap((written) => readCode(written, vocabulary)),
  ];
}

/** One word in quotation marks is found as others are. */
const isPhrase = ({ said }: Exact): boolean => said.some(({ length }) => length > 1);

function readCode(written: string, vocabulary: Vocabulary): Exact[] {
  const parts = splitWords(written);
  const whole = parts.join("");
  const isApart = !vocabulary.knows(whole) && vocabulary.hasTogether(parts);
  return isApart ? [] : [{ written, said: [[whole]], quoted: false }];
}
