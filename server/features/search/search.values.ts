/** Shared with the browser; imports nothing. What stands around a word that matched, in an excerpt. */
export const MARK_START = "\u0002";
export const MARK_END = "\u0003";
