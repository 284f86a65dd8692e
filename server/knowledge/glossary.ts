import type { Glossary } from "#content/schema.ts";
import { stem } from "./stem.ts";
import { splitWords } from "./words.ts";

/** What customers say, found in a question, and what the articles say instead. */
export type Translation = { from: number; length: number; means: string[] };

export type Translator = {
  /** `from` and `length` count words. */
  translate(words: string[]): Translation[];
  /** True for words that only customers use: they are no typing errors. */
  knows(word: string): boolean;
  /** Their words, in small letters. */
  words: string[];
};

export function createTranslator(glossary: Glossary): Translator {
  const entries = glossary.flatMap(({ say, means }) =>
    say.map((saying) => ({ said: splitWords(saying).map(stem), means })),
  );
  const known = new Set(entries.flatMap(({ said }) => said));
  return {
    words: glossary.flatMap(({ say }) => say.flatMap(splitWords)),
    knows: (word) => known.has(stem(word)),
    translate(words) {
      const stems = words.map(stem);
      const startsAt = (said: string[], from: number) => said.every((each, at) => stems[from + at] === each);
      return stems.flatMap((_, from) =>
        entries
          .filter(({ said }) => startsAt(said, from))
          .map(({ said, means }) => ({ from, length: said.length, means })),
      );
    },
  };
}
