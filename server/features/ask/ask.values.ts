/** Lists shared with the browser; imports nothing but words. */
import { answerReasonWords } from "./answer-reasons.words.ts";

export const VERDICTS = ["answered", "partial", "unanswered"] as const;
export const ANSWER_MODES = ["extractive", "model"] as const;
export const ANSWER_REASONS = ["wrong", "incomplete", "not_asked", "outdated", "other"] as const;
export const QUESTION_MAX = 500;
/** What a reader sees for each. */
export const ANSWER_REASON_LABELS: Record<(typeof ANSWER_REASONS)[number], string> = answerReasonWords;
