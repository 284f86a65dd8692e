import { expect, test } from "vitest";
import { dropMarks } from "#site/build/drop-marks.ts";

test("marks for the reading of articles go from tags, and from nothing else", () => {
  const text = '<p>data-knowledge="skip" and &lt;a data-knowledge="skip"></p>';
  expect(
    dropMarks(`<a href="#x" data-knowledge="skip" data-pagefind-ignore>§</a><b data-knowledge="skip">1</b>${text}`),
  ).toBe(`<a href="#x" data-pagefind-ignore>§</a><b>1</b>${text}`);
});
