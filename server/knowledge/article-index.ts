import type { Corpus } from "./corpus.ts";
import { createPostings } from "./postings.ts";
import type { TokenStore } from "./token-store.ts";
import { splitStems } from "./words.ts";

/** The first look: whole articles by the stems of their words. Finds what is looked at closely afterwards. */
export type ArticleIndex = {
  /** Rows of the best articles that have any of `stems`, with their bm25 score, higher is better. */
  find(stems: string[], wanted: Wanted): { row: number; score: number }[];
};

type Wanted = {
  limit: number;
  /** Of stems that are forms of another: that one. "Testkontakt" tells no more of an article than "Kontakte", which it stands for. */
  formOf: ReadonlyMap<string, string>;
  /** Rows to look among. */
  within?: readonly number[] | undefined;
  /** Stems that an article must have. */
  all: string[];
};

/** What a word of the title counts, by what one of the text does. */
const TITLE = 5;
const K1 = 1.2;
const LENGTH_MATTERS = 0.75;
/** What a word counts that most articles have. */
const LEAST = 1e-6;

export function createArticleIndex(corpus: Corpus): ArticleIndex {
  const { postings, lengths } = createPostings(listTexts(corpus), TITLE);
  const count = lengths.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count);

  const rarityOf = (rows: ArrayLike<number>): number =>
    Math.max(LEAST, Math.log((count - rows.length + 0.5) / (rows.length + 0.5)));

  function addScores(scores: Float64Array, stemmed: string, word = stemmed): void {
    const { rows, counts } = postings(stemmed);
    const own = postings(word).rows;
    const rarity = Math.min(rarityOf(rows), own.length > 0 ? rarityOf(own) : Infinity);
    rows.forEach((row, at) => {
      const often = counts[at] ?? 0;
      const length = 1 - LENGTH_MATTERS + (LENGTH_MATTERS * (lengths[row] ?? 0)) / mean;
      scores[row] = (scores[row] ?? 0) + (rarity * often * (K1 + 1)) / (often + K1 * length);
    });
  }

  return {
    find(stems, { formOf, limit, within, all }) {
      const scores = new Float64Array(count);
      for (const stemmed of [...stems, ...all]) addScores(scores, stemmed, formOf.get(stemmed));
      const needed = all.map((stemmed) => new Set(postings(stemmed).rows));
      const rows = within ?? scores.keys();
      return [...rows]
        .filter((row) => scores[row] && needed.every((having) => having.has(row)))
        .map((row) => ({ row, score: scores[row] ?? 0 }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

function* listTexts(corpus: Corpus) {
  const read = createReader(corpus);
  for (const [row, { keywords, summary }] of corpus.articles.entries()) {
    const [from, to] = [corpus.firstPassage[row] ?? 0, corpus.firstPassage[row + 1] ?? 0];
    const own = [...keywords, summary].flatMap(splitStems);
    const body = [...own, ...read(corpus.headings, from, to), ...read(corpus.texts, from, to)];
    yield { often: read(corpus.titles, row, row + 1), once: body };
  }
}

/** The stems of the texts in a row of rows. */
function createReader({ ids }: Corpus) {
  const names = ids.stems();
  return (store: TokenStore, from: number, to: number): string[] => {
    const words = store.all().subarray(store.start(from), store.start(to));
    return Array.from(words, (word) => names[ids.stemOf(word)] ?? "");
  };
}
