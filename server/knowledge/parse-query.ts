import type { Translator } from "./glossary.ts";
import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { dropStopWords, splitWords } from "./words.ts";

/** A word that a question is about. */
export type Term = {
  word: string;
  stem: string;
  /** How much it tells, by how rare it is in the articles. */
  weight: number;
  /** What articles say for it, each as the stems of its telling words. */
  means: string[][];
  /** True when it stands for an unknown word that was written like it. */
  guessed: boolean;
};

export type Query = {
  terms: Term[];
  /** For FTS5: any of the terms, or of what they mean. */
  match: string;
  /** For FTS5: everything that stood in quotation marks; "" when nothing did. */
  phrases: string;
  /** Stems of neighbouring words, each pair with a space between. */
  pairs: string[];
  /** The question with unknown words mended; null when none was. */
  corrected: string | null;
};

/** Reads a question or search against what the articles know. Any text makes a query; without words it matches nothing. */
export function parseQuery(text: string, vocabulary: Vocabulary, translator: Translator): Query {
  const mended = mendWords(text, vocabulary, translator);
  const words = splitWords(mended.text);
  const translations = translator.translate(words);
  const kept = new Set(dropStopWords(words));
  const terms = new Map<string, Term>();
  words.forEach((word, at) => {
    const own = translations
      .filter(({ from, length }) => at >= from && at < from + length)
      .flatMap(({ means }) => means);
    if (!kept.has(word)) return;
    const means = own.map((meaning) => dropStopWords(splitWords(meaning)).map(stem));
    const stemmed = stem(word);
    const weights = vocabulary.knows(word) || means.length === 0 ? [stemmed] : means.flat();
    const weight = Math.max(...weights.map((each) => vocabulary.weigh(each)));
    terms.set(stemmed, { word, stem: stemmed, weight, means, guessed: mended.guesses.has(word) });
  });
  const meanings = translations.flatMap(({ means }) => means);
  return {
    terms: [...terms.values()],
    match: [...new Set([...kept, ...meanings])].map(quote).join(" OR "),
    phrases: readQuoted(mended.text).map(quote).join(" AND "),
    pairs: pairWords(words, kept),
    corrected: mended.guesses.size > 0 ? mended.text : null,
  };
}

/** Neighbouring words of which one at least tells something: where they stand together, they mean it ("do nothing"). */
const pairWords = (words: string[], kept: ReadonlySet<string>): string[] =>
  words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    return kept.has(before) || kept.has(word) ? [`${stem(before)} ${stem(word)}`] : [];
  });

const quote = (phrase: string) => `"${splitWords(phrase).join(" ")}"`;

function readQuoted(text: string): string[] {
  return [...text.matchAll(/["“”„]([^"“”„]+)["“”„]/g)]
    .map((match) => match[1] ?? "")
    .filter((phrase) => splitWords(phrase).length > 0);
}

function mendWords(
  text: string,
  vocabulary: Vocabulary,
  translator: Translator,
): { text: string; guesses: Set<string> } {
  const guesses = new Set<string>();
  const quoted = new Set(readQuoted(text).flatMap(splitWords));
  const mended = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (written) => {
    const [word = "", ...more] = splitWords(written);
    const fine = more.length > 0 || quoted.has(word) || vocabulary.knows(word) || translator.knows(word);
    const guess = fine || dropStopWords([word, "x"])[0] !== word ? null : vocabulary.correct(word);
    if (!guess) return written;
    guesses.add(guess);
    return guess;
  });
  return { text: mended, guesses };
}

/** The share of what the question tells that `stems` have, 0 to 1. A guessed word counts for less. */
export function coverTerms(terms: Term[], stems: ReadonlySet<string>): number {
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const covered = terms.reduce(
    (sum, term) => sum + (covers(term, stems) ? term.weight * (term.guessed ? 0.7 : 1) : 0),
    0,
  );
  return all > 0 ? covered / all : 0;
}

export const covers = (term: Term, stems: ReadonlySet<string>): boolean =>
  stems.has(term.stem) || term.means.some((meaning) => meaning.every((each) => stems.has(each)));
