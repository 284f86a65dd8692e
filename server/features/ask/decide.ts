import type { VERDICTS } from "./ask.values.ts";
import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import { coverTerms } from "#server/knowledge/parse-query.ts";
import { choosePassages } from "./choose-passages.ts";

export type Verdict = (typeof VERDICTS)[number];
export type Decision = {
  verdict: Verdict;
  /** What an answer is written from, best first, from at most two articles; empty when it is not in the articles. */
  passages: RankedPassage[];
  /** What to read where that does not help. */
  nearest: RankedPassage[];
};

/** Shares of what the question tells (0 to 1) that one place of the articles must cover. */
const ANSWERED = 0.7;
const PARTIAL = 0.5;
const NEAREST = 3;

/**
 * Decides whether the articles answer at all. What decides is not how well the best passage scores (something always
 * scores best) but how much of the question's telling words it and its neighbours in the same article cover.
 */
export function decide(knowledge: KnowledgeIndex, question: string, { terms, passages }: Found): Decision {
  const chosen = choosePassages(question, passages);
  const nearest = dropOverlaps(passages).slice(0, NEAREST);
  const [best] = chosen;
  if (!best) return { verdict: "unanswered", passages: [], nearest };
  const neighbours = chosen.filter(({ passage }) => passage.article === best.passage.article);
  const together = new Set(neighbours.flatMap(({ passage }) => [...knowledge.stemsOf(passage).all]));
  const single = Math.max(...neighbours.map(({ coverage }) => coverage));
  // What only several passages together cover is likelier a coincidence of words.
  const covered = 0.7 * single + 0.3 * coverTerms(terms, together);
  if (covered < PARTIAL) return { verdict: "unanswered", passages: [], nearest };
  return { verdict: covered >= ANSWERED ? "answered" : "partial", passages: chosen, nearest };
}
