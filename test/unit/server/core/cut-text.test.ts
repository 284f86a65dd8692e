import { expect, test } from "vitest";
import { cutText } from "#server/core/cut-text.ts";

test.each([
  ["Short.", 10, "Short."],
  ["Ten letters", 10, "Ten …"],
  ["One, two", 6, "One …"],
  ["連絡先が同期されない", 5, "連絡先が同 …"],
])("%s, cut at %i", (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});
