import type { VERDICTS } from "./ask.values.ts";
import type { Found } from "#server/knowledge/knowledge-index.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import { choosePassages } from "./choose-passages.ts";
import { EVIDENCE_WEIGHTS } from "./evidence-weights.ts";
import { explainsMessage } from "./explains-message.ts";
import { findLacking, keepExact } from "./keep-exact.ts";
import { readEvidence, type Evidence } from "./read-evidence.ts";

export type Verdict = (typeof VERDICTS)[number];
export type Decision = {
  verdict: Verdict;
  /** The probability that these passages answer, 0 to 1. */
  confidence: number;
  /** What an answer is written from, best first, from at most two articles; empty when it is not in the articles. */
  passages: RankedPassage[];
  /** Quoted words, versions and codes of the question that none of these passages says. */
  lacks: string[];
  /** What to read where that does not help. */
  nearest: RankedPassage[];
  /** What is said of each of two things that are compared, or to each of several questions; `passages` are those of all. */
  sides?: ToldSide[];
};
export type ToldSide = Decision & { name: string; question: string; terms: Term[] };

/** Probabilities from which on the articles answer: all of a question, or a part of it. */
const ANSWERED = 0.6;
const PARTIAL = 0.4;
const NEAREST = 3;

/**
 * Decides whether the articles answer at all. Some passage always ranks best, so its rank says nothing: what decides is the
 * evidence in `found`, which was found by words alone. What the answer is made from is chosen from `ranked`, which may be
 * ranked by meaning as well. `all`: how many passages there are.
 */
export function decide(question: string, found: Found, all: number, ranked = found.passages): Decision {
  const { exact } = found;
  const evidence = readEvidence(question, found, all);
  const confidence = evidence ? estimate(evidence) : 0;
  const nearest = dropOverlaps(ranked).slice(0, NEAREST);
  const passages = choosePassages(question, keepExact(exact, ranked));
  const explained = confidence < ANSWERED ? explainsMessage(question, found.terms, passages) : null;
  if (confidence < PARTIAL && !explained)
    return { verdict: "unanswered", confidence, passages: [], lacks: [], nearest };
  // what is quoted around a message that is explained is the rest of it
  const { lacks, leads } = findLacking(explained ? exact.filter(({ quoted }) => !quoted) : exact, passages);
  const isWhole = (confidence >= ANSWERED || explained === "whole") && leads && lacks.length === 0;
  return { verdict: isWhole ? "answered" : "partial", confidence, passages, lacks, nearest };
}

/** Logistic regression over the evidence. */
function estimate(evidence: Evidence): number {
  const { bias, ...weights } = EVIDENCE_WEIGHTS;
  const names = Object.keys(weights) as (keyof Evidence)[]; // as the type says
  const sum = names.reduce((soFar, name) => soFar + weights[name] * evidence[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
