import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { fits } from "./asking/asking.ts";
import { readCodes } from "./codes.ts";
import { kindOfQuestion } from "./question-kind.ts";

/** What a troubleshooting block counts for who asks how something is, and tells of no trouble. */
const CALM = 0.85;
/** What a single step counts for who asks how something works, not how to do it. */
const EXPLAINED = 0.85;

/**
 * A troubleshooting block is for those in its trouble, and a step for those who do it: both have the words of many a
 * question that is another one.
 */
export function fitKinds(question: string, found: RankedPassage[]): RankedPassage[] {
  const troubleshoot = isCalm(question) ? CALM : 1;
  const step = fits("working", question) ? EXPLAINED : 1;
  const counts: Partial<Record<RankedPassage["passage"]["kind"], number>> = { troubleshoot, step };
  const fitted = found.map((each) => ({ ...each, score: each.score * (counts[each.passage.kind] ?? 1) }));
  return fitted.toSorted((a, b) => b.score - a.score);
}

function isCalm(question: string): boolean {
  const asks = kindOfQuestion(question) !== "other" || fits("choosing", question) || fits("working", question);
  // a message of a program is trouble; names with dots are none
  const hasMessage = readCodes(question).some((code) => !code.includes("."));
  return asks && !hasMessage && !fits("trouble", question);
}
