import { expect, test } from "vitest";
import { findLines } from "../../../../scripts/import/navigation/find-lines.ts";

test("what a navigation names is found in its line: the same words twice, and words that are in others", () => {
  const lineOf = findLines('{\n"group": "Keys",\n"pages": [\n"keys/start-here",\n"start"],\n"group": "Keys"\n}');
  expect(["Keys", "start", "Keys", "keys/start-here", "here", "gone"].map(lineOf)).toEqual([2, 5, 6, 4, 4, 1]);
});
