/** Lists shared with the browser; imports nothing. */
/** `page`: one of the product's own, which the widget stood in. */
export const TRAIL_KINDS = [
  "page",
  "article",
  "section",
  "step",
  "search",
  "answer",
  "check",
  "trace",
  "diagnosis",
  "error",
] as const;
export const CASE_STATES = ["new", "open", "waiting", "solved"] as const;
export const MESSAGE_MAX = 5000;
export const SUBJECT_MAX = 120;
export const TRAIL_MAX = 200;
