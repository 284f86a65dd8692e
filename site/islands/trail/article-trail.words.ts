import { defineWords } from "#content/words.ts";

/** A part of every article's script, and so without values: the three dots stand for what was read. */
export const articleTrailWords = defineWords("articleTrail", {
  read: "Read “…”",
  opened: "Opened “…”",
});
