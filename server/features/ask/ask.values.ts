/** Lists shared with the browser; imports nothing. */
export const VERDICTS = ["answered", "partial", "unanswered"] as const;
export const ANSWER_MODES = ["extractive", "model"] as const;
export const ANSWER_REASONS = ["wrong", "incomplete", "not_asked", "outdated", "other"] as const;
export const QUESTION_MAX = 500;
