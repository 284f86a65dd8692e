import type { Found } from "#server/knowledge/knowledge-index.ts";
import { covers } from "#server/knowledge/parse-query.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";
import { weighRarity } from "#server/knowledge/vocabulary.ts";

/** What speaks for and against the best passage answering a question. */
export type Evidence = {
  /** What retrieval gives it. */
  score: number;
  /** The share of what the question tells that it stands under. */
  heading: number;
  /** How much of its score it has before the best one of another article, 0 to 1. */
  margin: number;
  /** The most telling word that it lacks, by a word that no passage has: 0 to 1. */
  missing: number;
  /** How many of the question's words it has, as a logarithm. */
  matched: number;
};

/** Null when nothing was found. `all` counts the passages that there are. */
export function readEvidence({ terms, passages }: Found, all: number): Evidence | null {
  const [best] = passages;
  if (!best) return null;
  const stems = stemsOfPassage(best.passage);
  const lacks = terms.filter((term) => !covers(term, stems));
  const other = passages.find(({ passage }) => passage.article !== best.passage.article);
  return {
    score: best.score,
    heading: best.features.heading,
    margin: 1 - (other?.score ?? 0) / best.score,
    missing: Math.max(0, ...lacks.map(({ weight }) => weight)) / weighRarity(0, all),
    matched: Math.log(1 + terms.length - lacks.length),
  };
}
