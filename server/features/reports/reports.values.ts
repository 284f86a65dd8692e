/** Lists and words shared with the browser; imports nothing. */

/** "The last … days", today included. */
export const SPAN_DAYS = [7, 28, 90] as const;
export const SPAN_MAX = 366;

/** What can be had as CSV. The names of columns stay as they are: sheets are built on them. */
export const CSV_KINDS = ["questions", "cases-by-day", "topics", "times", "searches", "cases"] as const;

/** What each figure counts, word for word at the desk and in the mail. */
export const DEFINITIONS = {
  asked: "Questions to Ask AI.",
  answered: "The articles had an answer, whole or in part. Whether it helped is another figure.",
  confirmed: "The reader said that the answer helped. Nothing else counts as solved.",
  abandoned:
    "A day has passed, and the reader neither said whether the answer helped, nor asked on in the same thread, nor took the question to a person. Whether it was solved, nobody knows.",
  disliked: "The reader said that the answer did not help.",
  wentOn: "The reader asked on in the same thread, or took the question to a person, and said nothing else.",
  early: "Asked within the last day: too early to call it abandoned.",
} as const;

/** Fewer than this, and nine in ten says nothing: the slowest one would be all of it. */
export const ENOUGH_FOR_P90 = 10;
