import type { Glossary } from "#content/schema.ts";
import { DENIALS, joinNegations, type Spoken } from "./negations.ts";
import { stem } from "./stem.ts";
import { splitWords } from "./words.ts";

/** What customers say, found in a question at these of its words, and what the articles say instead. */
export type Translation = Omit<Entry, "runs"> & { at: number[] };

export type Translator = {
  translate(words: string[]): Translation[];
  /** True for words that only customers use: they are no typing errors. */
  knows(word: string): boolean;
  /** Their words, in small letters. */
  words: string[];
};

/** "not … show up": so many words may stand for the dots. */
const GAP = 4;

/** A saying: what stands between its dots, as keys, and all of it. `denies`: it says that something is not. */
type Entry = { runs: string[][]; saying: string; means: string[]; denies: boolean };

/** `keyOf` is equal for forms of one word. */
export function createTranslator(glossary: Glossary, keyOf: (word: string) => string = stem): Translator {
  const entries = glossary.flatMap(({ say, means }) => say.flatMap((saying) => readSaying(saying, means, keyOf)));
  const beginning = Map.groupBy(entries, ({ runs }) => runs[0]?.[0]);
  const known = new Set(entries.flatMap(({ runs }) => runs.flat()));
  return {
    words: glossary.flatMap(({ say }) => say.flatMap(splitWords)),
    knows: (word) => known.has(keyOf(word)),
    translate(words) {
      const spoken = joinNegations(words);
      const keys = spoken.map(({ word }) => keyOf(word));
      const all = keys.flatMap((first, from) =>
        (beginning.get(first) ?? []).flatMap(({ runs, ...entry }) => {
          const found = findRuns(runs, keys, from);
          return found ? [{ ...entry, at: found.flatMap((each) => placesOf(spoken[each])) }] : [];
        }),
      );
      return all.filter((one) => !one.denies || !all.some((other) => isWithin(one, other)));
    },
  };
}

/** None for a saying without words. */
function readSaying(saying: string, means: string[], keyOf: (word: string) => string): Entry[] {
  const runs = saying
    .split(/…|\.{3}/)
    .map((run) => joinNegations(splitWords(run)).map(({ word }) => word))
    .filter((run) => run.length > 0);
  if (runs.length === 0) return [];
  const denies = runs.flat().some((word) => DENIALS.has(word));
  return [{ runs: runs.map((run) => run.map(keyOf)), saying: runs.flat().join(" "), means, denies }];
}

/** "sync not work" says all that "not work" does. */
const isWithin = (one: Translation, other: Translation): boolean =>
  other.at.length > one.at.length && one.at.every((place) => other.at.includes(place));

const placesOf = (spoken: Spoken | undefined): number[] =>
  spoken ? Array.from({ length: spoken.length }, (_, more) => spoken.from + more) : [];

/** Where the words of all runs stand, the first of them at `from`; null when they do not. */
function findRuns([first = [], ...others]: string[][], keys: string[], from: number): number[] | null {
  if (!first.every((each, at) => keys[from + at] === each)) return null;
  const places = first.map((_, at) => from + at);
  if (others.length === 0) return places;
  const next = from + first.length;
  for (let gap = 0; gap <= GAP; gap++) {
    const rest = findRuns(others, keys, next + gap);
    if (rest) return [...places, ...rest];
  }
  return null;
}
