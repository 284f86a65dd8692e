/** Lists shared with the browser; imports nothing. */
export const VERDICTS = ["answered", "partial", "unanswered"] as const;
export const ANSWER_MODES = ["extractive", "model"] as const;
export const ANSWER_REASONS = ["wrong", "incomplete", "not_asked", "outdated", "other"] as const;
export const QUESTION_MAX = 500;
/** What a reader sees for each. */
export const ANSWER_REASON_LABELS: Record<(typeof ANSWER_REASONS)[number], string> = {
  wrong: "It is wrong",
  incomplete: "Something is missing",
  not_asked: "Not what I asked",
  outdated: "Out of date",
  other: "Something else",
};
