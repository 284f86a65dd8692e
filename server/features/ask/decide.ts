import type { VERDICTS } from "./ask.values.ts";
import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import { coverTerms } from "#server/knowledge/parse-query.ts";

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
/** A passage this far below the best is about something else. */
const CLOSE_ENOUGH = 0.45;
const PASSAGES = 6;
const NEAREST = 3;

/**
 * Decides whether the articles answer at all. What decides is not how well the best passage scores (something always
 * scores best) but how much of the question's telling words it and its neighbours in the same article cover.
 */
export function decide(knowledge: KnowledgeIndex, question: string, { terms, passages }: Found): Decision {
  const chosen = choosePassages(fitToQuestion(question, passages));
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

function choosePassages(passages: RankedPassage[]): RankedPassage[] {
  const [best] = passages;
  if (!best) return [];
  const close = dropOverlaps(passages).filter(({ score }) => score >= best.score * CLOSE_ENOUGH);
  const articles = [...new Set(close.map(({ passage }) => passage.article))].slice(0, 2);
  return close.filter(({ passage }) => articles.includes(passage.article)).slice(0, PASSAGES);
}

/**
 * Who asks how to do something gets all the steps, where the best passage is one of them or begins an article that has
 * some; for any other question all steps are too much.
 */
function fitToQuestion(question: string, passages: RankedPassage[]): RankedPassage[] {
  const [best] = passages;
  const asksHow = /\bhow (?:do|can|to|should|would|does one)\b|\b(?:set ?up|steps|guide|walk me)\b/i.test(question);
  if (!best || !asksHow) return passages.filter(({ passage }) => passage.kind !== "steps");
  const { article, section, kind } = best.passage;
  const belongs = ({ passage }: RankedPassage) =>
    passage.kind === "steps" &&
    (kind === "step" ? passage.section === section : section.id === "" && passage.article === article);
  const whole = passages.find(belongs);
  return whole ? [{ ...whole, score: best.score }, ...passages.filter((each) => each !== whole)] : passages;
}
