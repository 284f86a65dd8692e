import { expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { wordsOf } from "#server/knowledge/words.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);

/** What somebody sends to have the hub busy: a word or a stop that goes on for longer than any does. */
it.each([
  ["stops", () => splitSentences(`a${".".repeat(40_000)}b`)],
  ["letters", () => wordsOf(`${"a".repeat(80_000)}!x-y`)],
  ["letters in a search", () => knowledge.search(`sync ${"a".repeat(80_000)}`, { limit: 5 })],
])("a run of %s takes no longer than its length", (_name, read) => {
  const began = performance.now();
  read();
  expect(performance.now() - began).toBeLessThan(1500);
});
