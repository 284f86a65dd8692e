import type { Corpus } from "./corpus.ts";
import type { ArticleFeatures, MeasuredArticle, PassageFeatures } from "./measure-passages.ts";
import { RANKER_WEIGHTS } from "./ranker-weights.ts";
import type { Passage } from "./split-passages.ts";

/** `coverage` is the share of the question's telling words that the passage has, its headings included: 0 to 1. */
export type RankedPassage = {
  passage: Passage;
  score: number;
  coverage: number;
  features: PassageFeatures;
  ofArticle: ArticleFeatures;
};

/** What passages of the open article get on top. */
const OPEN_ARTICLE = 1.25;

/** Every passage of the articles that were looked at, best first: what its article scores and what it scores itself. */
export function rankPassages(corpus: Corpus, measured: MeasuredArticle[], openArticle?: string): RankedPassage[] {
  const ranked = measured.flatMap(({ row, features: ofArticle, passages }) => {
    const shared = weigh(ofArticle, RANKER_WEIGHTS.article);
    const open = corpus.articles[row]?.id === openArticle ? OPEN_ARTICLE : 1;
    return passages.flatMap(({ row: at, features }) => {
      const passage = corpus.passages[at];
      if (!passage || features.cover === 0) return [];
      const score = (shared + weigh(features, RANKER_WEIGHTS.passage)) * open;
      return [{ passage, score, coverage: features.cover, features, ofArticle }];
    });
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

function weigh<T extends Record<string, number>>(features: T, weights: Partial<T>): number {
  let score = 0;
  for (const name in weights) score += (weights[name] ?? 0) * (features[name] ?? 0);
  return score;
}
