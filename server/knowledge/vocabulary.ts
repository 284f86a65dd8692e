/** The words that the articles use, for telling rare from common ones and for mending typing errors. */
import type { Corpus } from "./corpus.ts";
import { isEnglish, tellsOf } from "./common-words.ts";
import { isSaid } from "./find-quoted.ts";
import { stem } from "./stem.ts";
import { createWordForms, type WordForms } from "./word-forms.ts";
import { VERSION } from "./words.ts";

export type Vocabulary = WordForms & {
  /** How telling a stem is: its inverse document frequency; one that the articles do not have is the most telling. */
  weigh(stemmed: string): number;
  /** True when the articles have the word or another form of it. */
  knows(word: string): boolean;
  /** True when they have these words beside each other. */
  hasTogether(words: string[]): boolean;
  /** The versions that they have of a version: "8.5.7" of "8.5". */
  versionsOf(version: string): string[];
  /** The known word that `word` begins or was meant to be, or null. */
  correct(word: string): string | null;
};

/** Letters. A shorter unknown word is likelier another word than a typing error: "reset" is not "rest". */
const SHORTEST = 6;

/** How telling it is that a passage has a word which `count` of `passages` have: the inverse document frequency. */
export const weighRarity = (count: number, passages: number): number =>
  Math.log(1 + (passages - count + 0.5) / (count + 0.5));

/** `others` are words that customers use and the articles need not have. */
export function createVocabulary(corpus: Corpus, others: string[]): Vocabulary {
  const { ids, passages, passagesWith } = corpus;
  const count = (stemmed: string) => passagesWith[ids.stemIdOf(stemmed) ?? -1] ?? 0;
  let byTrigram: Map<string, string[]> | undefined; // made at the first typing error
  let versions: string[] | undefined; // made at the first of a question's
  const near = (word: string) => {
    byTrigram ??= groupByTrigram([...ids.words(), ...others]);
    const candidates = new Set(trigrams(word).flatMap((trigram) => byTrigram?.get(trigram) ?? []));
    const allowed = word.length < 10 ? 1 : 2;
    return [...candidates]
      .map((candidate) => ({
        candidate,
        errors: candidate.startsWith(word) ? 0 : countMistakes(word, candidate, allowed),
      }))
      .filter(({ errors }) => errors <= allowed)
      .toSorted((a, b) => a.errors - b.errors || count(stem(b.candidate)) - count(stem(a.candidate)))[0]?.candidate;
  };
  return {
    ...createWordForms(corpus),
    weigh: (stemmed) => tellsOf(stemmed) * weighRarity(count(stemmed), passages.length),
    knows: (word) => ids.stemIdOf(stem(word)) !== undefined,
    hasTogether: (words) => isSaid(corpus, words),
    versionsOf(version) {
      versions ??= ids.words().filter((word) => VERSION.test(word));
      return versions.filter((word) => word.startsWith(`${version}.`));
    },
    correct: (word) => (word.length < SHORTEST || /\d/.test(word) || isEnglish(word) ? null : (near(word) ?? null)),
  };
}

/** Each with the word's first letter: that is seldom mistyped, and "billing" is not "filling". */
function trigrams(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, at) => (word[0] ?? "") + padded.slice(at, at + 3));
}

function groupByTrigram(words: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST - 1 || /\d/.test(word)) continue;
    for (const trigram of trigrams(word)) {
      const group = groups.get(trigram);
      if (group) group.push(word);
      else groups.set(trigram, [word]);
    }
  }
  return groups;
}

/** A letter doubled in the wrong place is one mistake ("refferer"), though two letters are wrong. */
const countMistakes = (a: string, b: string, atMost: number): number =>
  undouble(a) === undouble(b) ? 1 : countErrors(a, b, atMost);

const undouble = (word: string): string => word.replace(/(.)\1/gu, "$1");

/** Letters inserted, left out, replaced or swapped with a neighbour; `atMost + 1` when it is surely more. */
function countErrors(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j] ?? 0, (beforeLast[j - 2] ?? 0) + 1);
    }
    if (Math.min(...row) > atMost) return atMost + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
