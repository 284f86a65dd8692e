import type { Corpus } from "./corpus.ts";
import { NO_WORDS, type MeasuredArticle } from "./measure-passages.ts";

/** So many passages are looked at for their meaning, whatever their words. */
const PASSAGES = 20;

/** What was looked at for its words, with the passages that are nearest by meaning. `measure` looks at one more article. */
export function addNearest(
  corpus: Corpus,
  measured: MeasuredArticle[],
  nearness: Float32Array,
  measure: (row: number) => MeasuredArticle,
): MeasuredArticle[] {
  const articles = new Map(measured.map((article) => [article.row, article]));
  for (const row of findNearest(nearness)) {
    const at = corpus.firstPassage.findLastIndex((first) => first <= row);
    const article = articles.get(at) ?? measure(at);
    const isThere = article.passages.some((passage) => passage.row === row);
    const passages = isThere ? article.passages : [...article.passages, { row, features: NO_WORDS }];
    articles.set(at, { ...article, passages });
  }
  return [...articles.values()];
}

function findNearest(nearness: Float32Array): number[] {
  const least = nearness.toSorted().at(-PASSAGES) ?? 0;
  const rows: number[] = [];
  nearness.forEach((near, row) => {
    if (near > 0 && near >= least && rows.length < PASSAGES) rows.push(row);
  });
  return rows;
}
