import { defineWords } from "#content/words.ts";

export const callWords = defineWords("calls", {
  unexpected: "The hub did not answer as expected. Try again in a minute.",
  offline: "No connection to the hub. Nothing is lost; try again.",
});
