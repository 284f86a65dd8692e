import { expect, it } from "vitest";
import { actsOf } from "#server/features/ask/asking/asking.ts";
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

it.each([
  ["how do I merge two contacts", "merge"],
  ["can it also send a text", "send"],
  ["Wie kann ich zwei Kontakte zusammenführen?", "zusammenführen"],
  ["können zwei Kampagnen in dieselbe Pipeline laufen", "laufen"],
  ["lässt sich das wieder trennen?", "trennen"],
])("%j asks to have something done", (question, act) => expect(actsOf(question)).toEqual([act]));

it.each([
  "how long does it take",
  "which stage counts",
  "wie lange kann ich warten",
  "wie lange dauert die Freigabe",
  "Kontakte kommen nicht an",
])("%j does not", (question) => expect(actsOf(question)).toEqual([]));

it("naming the thing is not enough in German either", () => {
  const said = { "": prose("Zwei Kontakte zusammenführen: Das tut ein Mensch.") };
  const articles = [...sampleKnowledge.articles, sampleArticle("syncing/zwei", "Zwei Kontakte", said)];
  const index = createKnowledge({ ...sampleKnowledge, articles });
  const sure = (question: string) =>
    decide(question, index.search(question, { exactQuotes: false }), index.passages.length).confidence;
  expect(sure("zwei Kontakte zusammenführen")).toBeGreaterThan(sure("kann ich zwei Kontakte zusammenführen"));
});
