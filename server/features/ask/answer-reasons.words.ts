import { defineWords } from "#content/words.ts";

export const answerReasonWords = defineWords("answerReasons", {
  wrong: "It is wrong",
  incomplete: "Something is missing",
  not_asked: "Not what I asked",
  outdated: "Out of date",
  other: "Something else",
});
