import { expect, test } from "vitest";
import { takeMarks } from "../../../../scripts/import/blocks/code-marks.ts";

test.each([
  ["a mark of several lines at the first", "a // [!code highlight:3]\nb\nc\nd", "a\nb\nc\nd", { mark: "1-3" }],
  ["one above them, on a line of its own", "a\n  // [!code ++:2]\nb\nc\nd", "a\nb\nc\nd", { ins: "2-3" }],
  ["one of a kind that the hub has not", "// [!code word:a]\na // [!code focus]\nb", "a\nb", {}],
  [
    "a mark within a marked part",
    "# highlight-start\na\nb # [!code --]\nc\n# highlight-end\nd",
    "a\nb\nc\nd",
    { mark: "1,3", del: "2" },
  ],
  ["words that only look like one", 'say("[!code ++]")', 'say("[!code ++]")', {}],
])("%s", (_which, code, value, marks) => {
  expect(takeMarks(code)).toEqual({ value, marks });
});
