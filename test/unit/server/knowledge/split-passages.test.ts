import { describe, expect, it } from "vitest";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

describe("passages", () => {
  it("are all steps together, then each step and each troubleshooting block at its own anchor", () => {
    const [connect] = sampleKnowledge.articles;
    const passages = connect ? splitPassages(connect).filter(({ section }) => section.heading === "Three steps") : [];
    expect(passages.map(({ kind, anchor }) => [kind, anchor])).toEqual([
      ["steps", "three-steps"],
      ["step", "open-the-crm-tab"],
      ["step", "sign-in"],
      ["troubleshoot", "no-sign-in-window"],
      ["step", "save"],
    ]);
  });

  it("keep short paragraphs together and begin anew where it gets long", () => {
    const article = sampleArticle("a/b", "A title", { Heading: prose(words(60), words(40), words(30)) });
    expect(splitPassages(article).map(({ text }) => text.split(" ").length)).toEqual([100, 30]);
  });

  it("part a long paragraph between sentences, without losing a word", () => {
    const text = Array.from({ length: 9 }, () => `The ${words(29)}.`).join(" ");
    const passages = splitPassages(sampleArticle("a/b", "A title", { Heading: prose(text) }));
    expect(passages.length).toBe(3);
    expect(passages.map((passage) => passage.text).join(" ")).toBe(text);
  });
});
