import { describe, expect, it } from "vitest";
import { checkDiagnose } from "#site/knowledge/check-diagnose.ts";
import type { ArticleSource } from "#site/knowledge/read-sources.ts";

const check = (...lines: string[]) =>
  checkDiagnose({ file: "a.mdx", text: lines.join("\n") } as ArticleSource) // nothing else of it is read
    .map(({ line, message }) => `${line} ${message}`);

const tree = (...lines: string[]) => ['<Diagnose title="Who?">', ...lines, "</Diagnose>"];
const question = (id: string, ...to: string[]) => [
  `<Question ask="${id}?" id="${id}">`,
  ...to.map((each) => `<Answer says="To ${each}" to="${each}" />`),
  "</Question>",
];
const outcome = (id: string) => `<Outcome title="${id}" id="${id}">Do it.</Outcome>`;

describe("a decision tree as written", () => {
  it("passes when every way ends", () => {
    expect(
      check(...tree(...question("one", "two", "a"), ...question("two", "a", "b"), outcome("a"), outcome("b"))),
    ).toEqual([]);
  });

  it("is told what is missing, with its line", () => {
    expect(check(...tree(outcome("a")))).toEqual(["1 <Diagnose>: it begins with a <Question>"]);
    expect(check(outcome("a"), ...tree(outcome("b"), '<Answer says="x" to="b" />'))).toEqual([
      "2 <Diagnose>: it begins with a <Question>",
    ]);
  });

  it("is told of answers that lead nowhere, of circles, and of what nobody reaches", () => {
    expect(check(...tree(...question("one", "two", "nope"), ...question("two", "one"), outcome("lost")))).toEqual([
      '4 <Answer>: there is no question or outcome "nope" in this tree',
      "6 <Question>: a question needs two answers or more",
      '7 <Answer>: "one" was asked before: the reader goes in a circle',
      '9 <Outcome>: no answer leads to "lost"',
    ]);
  });
});
