import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { fits } from "./asking/asking.ts";
import { kindOfQuestion } from "./question-kind.ts";

/** What a troubleshooting block counts for who asks how something is, and tells of no trouble. */
const CALM = 0.85;
/** "409", "INVALID_SESSION_ID": a message of a program is trouble. */
const CODE = /\b[45]\d\d\b|\b[a-z]+_[a-z_]+\b/i;

/** A troubleshooting block is for those in its trouble: it has the words of many a question that is none of it. */
export function fitKinds(question: string, found: RankedPassage[]): RankedPassage[] {
  const asks = kindOfQuestion(question) !== "other" || /\b(?:which|what)\b/i.test(question);
  const isCalm = asks && !fits("trouble", question) && !CODE.test(question);
  if (!isCalm) return found;
  const fitted = found.map((each) =>
    each.passage.kind === "troubleshoot" ? { ...each, score: each.score * CALM } : each,
  );
  return fitted.toSorted((a, b) => b.score - a.score);
}
