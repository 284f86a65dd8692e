import { expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);

/** By anchor; all others are 0 near. */
const near = (nearness: Record<string, number>) =>
  Float32Array.from(knowledge.passages, ({ anchor }) => nearness[anchor] ?? 0);
const find = (text: string, nearness?: Record<string, number>) =>
  knowledge.search(text, { nearness: nearness && near(nearness) }).passages.map(({ passage }) => passage.anchor);

it("a passage without a word of the question is found when it is near in meaning", () => {
  expect(find("folks vanish")).toEqual([]);
  expect(find("folks vanish", { skipped: 1, save: 0.5 })).toEqual(["skipped", "save"]);
});

it("a passage that is near in meaning comes before one that has a little more of the words", () => {
  const [best, second = "", ...others] = find("deal stage success");
  expect(others).not.toContain(second);
  expect(find("deal stage success", { [second]: 1 })[0]).toBe(second);
  expect(find("deal stage success", { [second]: 0.001 })[0]).toBe(best);
});

it("a passage that has all the words stays before one that is only a little near in meaning", () => {
  const question = "cannot reference converted lead";
  expect(find(question, { skipped: 0.3 })[0]).toBe("salesforce-refuses-converted-leads");
});
