import { defineWords } from "#content/words.ts";

export const statusWords = defineWords("status", {
  checkedAt: " Checked at {when}. ",
  status: "Status",
  theHubDoesNot: "The hub does not answer. Last seen at {when}",
  checkedAtAndAgain: "Checked at {when}, and again while you look",
});
