import { CODE_OR_WORD, findExact, type Exact } from "./find-exact.ts";
import type { Translator } from "./glossary.ts";
import { DENIALS } from "./negations.ts";
import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { dropStopWords, isStopWord, splitWords, VERSION } from "./words.ts";

/** A word that a question is about. */
export type Term = {
  word: string;
  stem: string;
  /** How much it tells, by how rare it is in the articles. */
  weight: number;
  /** What articles say for it, each as the stems of its telling words. */
  means: string[][];
  /** Those of them that are another form of the word itself. */
  forms: string[];
  /** True when it stands for an unknown word that was written like it. */
  guessed: boolean;
};

export type Query = {
  terms: Term[];
  /** All words in their order. */
  words: string[];
  /** What stood in quotation marks, each as its words. */
  quoted: string[][];
  /** What it means letter by letter. */
  exact: Exact[];
  /** The question with unknown words mended; null when none was. */
  corrected: string | null;
};

/** Reads a question or search against what the articles know. Any text makes a query; without words it matches nothing. */
export function parseQuery(text: string, vocabulary: Vocabulary, translator: Translator): Query {
  const mended = mendWords(text, vocabulary, translator);
  const quotes = readQuoted(mended.text);
  const compounds = readCompounds(mended.text, vocabulary);
  const words = splitWords(compounds.text);
  const translations = translator.translate(words);
  const kept = new Set(dropStopWords(words));
  const terms = new Map<string, Term>();
  const addTerm = (word: string, meanings: string[]) => {
    const stemmed = stem(word);
    const forms = vocabulary.formsOf(word).map((form) => form.map(stem));
    const means = [...meanings.map((meaning) => dropStopWords(splitWords(meaning)).map(stem)), ...forms];
    const weights = vocabulary.knows(word) || means.length === 0 ? [stemmed] : means.flat();
    const single = forms.filter(({ length }) => length === 1).flat();
    const weigh = (stems: string[]) => stems.map((each) => vocabulary.weigh(each));
    const weight = Math.min(Math.max(...weigh(weights)), ...weigh(single)); // a word is as common as its commonest form
    terms.set(stemmed, { word, stem: stemmed, weight, means, forms: single, guessed: mended.guesses.has(word) });
  };
  words.forEach((word, at) => {
    const own = translations.filter((each) => each.at.includes(at));
    if (!kept.has(word) || (DENIALS.has(word) && own.some(({ denies }) => denies))) return;
    const same = VERSION.test(word) ? vocabulary.versionsOf(word) : (compounds.parts.get(word) ?? []);
    addTerm(word, [...own.flatMap(({ means }) => means), ...same]);
  });
  for (const { at, saying, means, denies } of translations) {
    // "don't show up" tells something that none of its words does, and so does "not in HubSpot"
    if (denies || at.every((each) => !kept.has(words[each] ?? ""))) addTerm(saying, means);
  }
  return {
    terms: [...terms.values()],
    words,
    quoted: quotes.map(splitWords),
    exact: findExact(text, quotes, vocabulary),
    corrected: mended.guesses.size > 0 ? mended.text : null,
  };
}

/** "e-mail" as the one word that the articles know, and what it was written as. */
function readCompounds(text: string, vocabulary: Vocabulary): { text: string; parts: Map<string, string[]> } {
  const parts = new Map<string, string[]>();
  const joined = text.replace(/(?<!\p{L})\p{L}+(?:[-‐‑]\p{L}+)+/gu, (compound) => {
    const word = splitWords(compound).join("");
    if (!vocabulary.knows(word)) return compound;
    parts.set(word, [compound]);
    return word;
  });
  return { text: joined, parts };
}

export const QUOTED = /["“”„]([^"“”„]+)["“”„]/g;

function readQuoted(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => match[1] ?? "").filter((phrase) => splitWords(phrase).length > 0);
}

/** "uebertragen" and "anschliessen" as "übertragen" and "anschließen" are compared. */
const foldUmlauts = (word: string): string => word.replace(/(?<=[aou])e/g, "").replaceAll("ss", "ß");

function mendWords(
  text: string,
  vocabulary: Vocabulary,
  translator: Translator,
): { text: string; guesses: Set<string> } {
  const guesses = new Set<string>();
  const quoted = new Set(readQuoted(text).flatMap(splitWords));
  const isKnown = (word: string) => vocabulary.knows(word) || translator.knows(word) || isStopWord(word);
  const mended = text.replace(CODE_OR_WORD, (written) => {
    const [word = "", ...more] = splitWords(written);
    if (more.length > 0 || quoted.has(word) || isKnown(word)) return written;
    if (vocabulary.formsOf(word).length > 0) return written;
    const folded = foldUmlauts(word);
    if (folded !== word && isKnown(folded)) return folded;
    const guess = vocabulary.correct(word);
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
