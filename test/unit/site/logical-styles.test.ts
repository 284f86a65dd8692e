import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What names a side of the screen, where a side of the text is meant. */
const SIDED = [
  /\b(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /^\s*(?:left|right):/,
  /\b(?:text-align|float|clear):\s*(?:left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
];
const FOUR = /^\s*(?:margin|padding|border-width|inset):\s*([^\s()]+)\s+([^\s()]+)\s+([^\s()]+)\s+([^\s()]+);/;
/** Screens have corners whatever is read on them; a tick is a tick. */
const ALLOWED = /safe-area-inset|border-width: 0 2\.5px 2\.5px 0/;

const files = globSync("site/styles/**/*.css");

it("a line under words has its thickness in a declaration of its own: WebKit drops the short form whole", () => {
  const found = files.filter((file) => /text-decoration:[^;]*\d(?:px|em)/.test(readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});

it("styles name the sides of the text, not of the screen, so that they mirror", () => {
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, at) => {
        const [, , right, , left] = FOUR.exec(line) ?? [];
        const isSided = right !== left || SIDED.some((pattern) => pattern.test(line));
        return isSided && !ALLOWED.test(line) ? [`${file}:${at + 1}${line}`] : [];
      }),
  );
  expect(found).toEqual([]);
});
