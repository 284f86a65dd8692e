/** Shared with the browser; imports nothing. */
export const GAP_STATES = ["open", "dismissed", "closed"] as const;
export const PHRASE_KINDS = ["question", "search"] as const;
export const TITLE_MAX = 200;
