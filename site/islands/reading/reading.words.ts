import { defineWords } from "#content/words.ts";

export const readingWords = defineWords("reading", {
  close: "Close",
  stopped: "Where you stopped reading",
  youWereAt: "You were at “{title}” {day}.",
  goOn: "Go on there",
  noThanks: "No, thank you",
});
