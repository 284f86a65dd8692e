import { defineWords } from "#content/words.ts";

export const pageWords = defineWords("page", {
  cannotBeLoaded: "This cannot be loaded just now. Try it again when you are connected.",
  tryAgain: "Try again",
  notCountedYet: "Not counted yet. It will be as soon as you are connected.",
});
