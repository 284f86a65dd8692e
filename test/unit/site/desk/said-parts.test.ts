import { expect, test } from "vitest";
import { splitSaid } from "#site/desk/said-parts.ts";

test("code between fences and what a mail quoted are parts of their own; a short quote is words", () => {
  const quote = "> one\n> two\n>\n>> four";
  const text = `It says:\n> Error 17\n\n\`\`\`js\na();\n\n  b();\n\`\`\`\nWhy?\n${quote}\nBye`;
  expect(splitSaid(text)).toEqual([
    { kind: "words", text: "It says:\n> Error 17\n" },
    { kind: "code", text: "a();\n\n  b();" },
    { kind: "words", text: "Why?" },
    { kind: "quote", text: quote },
    { kind: "words", text: "Bye" },
  ]);
});

test("a fence that nobody closed, and no text at all, lose nothing", () => {
  expect(splitSaid("```\na();")).toEqual([{ kind: "words", text: "```\na();" }]);
  expect(splitSaid("")).toEqual([]);
});
