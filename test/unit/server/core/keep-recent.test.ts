import { expect, test, vi } from "vitest";
import { keepRecent } from "#server/core/keep-recent.ts";

test("what is asked for again is read once, until others were asked for later", () => {
  const read = vi.fn((word: string) => word.toUpperCase());
  const recent = keepRecent(read, 2);
  expect(["a", "b", "a", "c", "a", "b"].map(recent)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(read.mock.calls.flat()).toEqual(["a", "b", "c", "b"]);
});
