import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { fits } from "./asking/asking.ts";
import { readCodes } from "./codes.ts";
import { kindOfQuestion } from "./question-kind.ts";

/** A troubleshooting block counts for so much less where the question tells of no trouble. */
const CALM = 0.85;
/** A single step counts for so much less where it is asked how something works, not how to do it. */
const EXPLAINED = 0.85;

/**
 * Troubleshooting blocks and single steps share words with many questions that they do not answer: they rank lower where
 * the question is not of their kind.
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
  // the code of an error ("429") is trouble; a name with dots ("crm.objects.deals.read") is a permission, and none
  const hasMessage = readCodes(question).some((code) => !code.includes("."));
  return asks && !hasMessage && !fits("trouble", question);
}
