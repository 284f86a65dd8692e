/** Lists shared with the browser; imports nothing. */
export const YES_REASONS = ["accurate", "solved", "easy"] as const;
export const NO_REASONS = ["not_accurate", "missing", "hard_to_follow", "out_of_date", "not_my_problem"] as const;
export const VOTE_REASONS = [...YES_REASONS, ...NO_REASONS] as const;
export const SIGNAL_KINDS = ["view", "step_done", "step_failed"] as const;
