import { defineWords } from "#content/words.ts";

export const widgetFrameWords = defineWords("widgetFrame", {
  opensTab: "opens in a tab",
  wentTo: "Opened “{name}” in a tab",
  opening: "Opening",
  wasOn: "Was on {url}",
  wasOnNamed: "Was on “{place}”, {url}",
});
