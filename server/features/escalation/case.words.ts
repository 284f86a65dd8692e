import { defineWords } from "#content/words.ts";

/** What stands in a case without somebody having typed it, in the customer's language: it is theirs. */
export const caseWords = defineWords("caseText", {
  notSolved: "It is not solved.",
  filesAlone: "Files, without a word.",
  noWord: "A mail without a word.",
  hasItAll: "… [{file} has it all]",
  notKept: "[Not kept: {names}. A message takes 5 {kinds}, of 5 MB at most.]",
});
