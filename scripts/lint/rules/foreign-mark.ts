import { blankCode } from "#site/knowledge/mdx-tags.ts";
import type { Rule } from "../rule.ts";

/** Marks at a line's beginning that mean something to other tools, and what stands in their place here. */
const MARKS: [RegExp, string][] = [
  [/^\s*:::+ *\w/, '<Callout kind="note"> … </Callout>'],
  [/^\s*>\s*\[!\w+\]/, '<Callout kind="note"> … </Callout>'],
  [/^\s*!!! \w/, '<Callout kind="note"> … </Callout>'],
  [/^\s*\?\?\?\+? \w/, "<details> with a <summary> in it"],
  [/^\s*\$\$/, "the formula between backticks, for none is drawn"],
];

export const foreignMark: Rule = {
  name: "foreign-mark",
  level: "warning",
  todo: "Readers see the sign as it is written.",
  find: ({ articles }) =>
    articles.flatMap(({ file, text }) =>
      findMarks(text).map(({ line, mark, instead }) => ({
        file,
        line,
        message: `"${mark}" is nothing but text here: write ${instead}`,
      })),
    ),
};

function findMarks(text: string): { line: number; mark: string; instead: string }[] {
  const marks = blankCode(text)
    .split("\n")
    .flatMap((line, index) => {
      const [, instead] = MARKS.find(([pattern]) => pattern.test(line)) ?? [];
      return instead ? [{ line: index + 1, mark: line.trim(), instead }] : [];
    });
  // the second of two ends the formula that the first begins
  const ends = new Set(marks.filter(({ mark }) => mark === "$$").filter((_, index) => index % 2 === 1));
  return marks.filter((mark) => !ends.has(mark));
}
