import { defineWords } from "#content/words.ts";

export const statusPageWords = defineWords("statusPage", {
  checked: "Checked {when}",
  loadThePageAgain: ". Load the page again to see what has changed.",
});
