/** Lists shared with the browser; imports nothing but words. */
import { answerReasonWords } from "./answer-reasons.words.ts";

export const VERDICTS = ["answered", "partial", "unanswered"] as const;
export const ANSWER_MODES = ["extractive", "model"] as const;
export const ANSWER_REASONS = ["wrong", "incomplete", "not_asked", "outdated", "other"] as const;
export const QUESTION_MAX = 500;
/**
 * The number of the source in whose language a sentence is, of an answer in the articles' own words: what leads from one
 * quote of a section to the next is said in theirs.
 */
export function quotedFrom(sentences: { citations: number[] }[], at: number): number | undefined {
  const before = sentences[at - 1]?.citations[0];
  const after = sentences[at + 1]?.citations[0];
  return sentences[at]?.citations[0] ?? (before === after ? after : undefined);
}

/** What a reader sees for each. */
export const ANSWER_REASON_LABELS: Record<(typeof ANSWER_REASONS)[number], string> = answerReasonWords;
