import { stem } from "./stem.ts";

/** Numbers for words and for their stems, so that texts are compared as numbers. One an index. */
export type WordIds = {
  /** The word's number, a new one where it has none. */
  add(word: string): number;
  idOf(word: string): number | undefined;
  stemIdOf(stemmed: string): number | undefined;
  /** The number of the stem of the word with this number. */
  stemOf(wordId: number): number;
  words(): string[];
  stems(): string[];
  countStems(): number;
};

export function createWordIds(): WordIds {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const stemOfWord: number[] = [];
  const grow = (word: string) => {
    const stemmed = stem(word);
    const stemId = stems.get(stemmed) ?? stems.size;
    stems.set(stemmed, stemId);
    words.set(word, stemOfWord.push(stemId) - 1);
    return stemOfWord.length - 1;
  };
  return {
    add: (word) => words.get(word) ?? grow(word),
    idOf: (word) => words.get(word),
    stemIdOf: (stemmed) => stems.get(stemmed),
    stemOf: (wordId) => stemOfWord[wordId] ?? -1,
    words: () => [...words.keys()],
    stems: () => [...stems.keys()],
    countStems: () => stems.size,
  };
}

/** Texts as word numbers, one after the other in one array: a few bytes a word. */
export type TokenStore = {
  /** Returns the text's row. */
  add(words: string[]): number;
  /** Where a row begins in `all`; `start(row + 1)` is where it ends. */
  start(row: number): number;
  all(): Int32Array;
};

export function createTokenStore(ids: WordIds): TokenStore {
  let tokens = new Int32Array(1024);
  const starts = [0];
  let length = 0;
  return {
    add(words) {
      if (length + words.length > tokens.length) {
        const larger = new Int32Array(2 * (length + words.length));
        larger.set(tokens);
        tokens = larger;
      }
      for (const word of words) tokens[length++] = ids.add(word);
      return starts.push(length) - 2;
    },
    start: (row) => starts[row] ?? length,
    all: () => tokens,
  };
}
