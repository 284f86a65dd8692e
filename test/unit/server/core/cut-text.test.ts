import { expect, test } from "vitest";
import { cutText } from "#server/core/cut-text.ts";

test.each([
  ["Short.", 6, "Short."],
  ["Two words, and more", 14, "Two words …"],
  ["One, an-unbreakable-word", 14, "One, an-unbr …"],
  ["連絡先が同期されない", 7, "連絡先が同 …"],
])("%s, cut at %i", (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});
