import { defineWords } from "#content/words.ts";

export const widgetFrameWords = defineWords("widgetFrame", {
  opening: "Opening",
  wasOn: "Was on {url}",
  wasOnNamed: "Was on “{place}”, {url}",
});
