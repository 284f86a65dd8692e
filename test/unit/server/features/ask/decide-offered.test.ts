import { expect, test } from "vitest";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { decideOffered } from "#server/features/ask/decide-offered.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const OFFERS = [
  { ask: "Who sees what I write?", section: "look-through" },
  { ask: "Whom does it reach first?", section: "top" },
  { ask: "Is it gone?", section: "went-away" },
];
const offering = sampleArticle(
  "this-hub/ask-for-a-person",
  "Ask for a person",
  {
    "": prose("Support gets your request at once."),
    "Look through": prose("The form lists all that goes along.", "Each item can be left out."),
    "Rather talk": prose("Book a time."),
  },
  { offers: OFFERS },
);
const open = (...articles: KnowledgeArticle[]) => createKnowledge({ ...sampleKnowledge, articles });
const saidFor = (question: string) =>
  decideOffered(open(offering, ...sampleKnowledge.articles), question)?.decided.passages.map(
    ({ passage }) => passage.text,
  );

test("is answered by the section that its article names, though that has none of its words", () => {
  expect(saidFor("Who sees what I write?")).toEqual([
    expect.stringContaining("The form lists all that goes along. Each item can be left out."),
  ]);
  expect(saidFor("Whom does it reach first?")).toEqual([expect.stringContaining("Support gets your request at once.")]);
});

test("is known however it is spaced and ended, and no other question is", () => {
  expect(saidFor("  who sees what  i write")).toHaveLength(1);
  expect(saidFor("Who sees what I write to Salesforce?")).toBeUndefined();
});

test("is looked for as any other where the article has no such section, or is another one", () => {
  expect(saidFor("Is it gone?")).toBeUndefined();
  expect(decideOffered(open(...sampleKnowledge.articles), "Who sees what I write?")).toBeNull();
});
