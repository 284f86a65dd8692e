import { afterAll, describe, expect, it } from "vitest";
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);
afterAll(() => knowledge.close());

const decideOn = (question: string) =>
  decide(question, knowledge.search(question, { exactQuotes: false }), knowledge.passages.length);

describe("whether the articles answer", () => {
  it.each(["cannot reference converted lead", "How long does it take to approve my tenant id?"])(
    "yes: %s",
    (question) => {
      const { verdict, confidence, passages } = decideOn(question);
      expect(verdict).toBe("answered");
      expect(confidence).toBeGreaterThanOrEqual(0.6);
      expect(passages.length).toBeGreaterThan(0);
    },
  );

  it.each(["Who won the football world cup in 1998?", "pizza delivery", "???"])("no: %s", (question) => {
    const { verdict, confidence, passages } = decideOn(question);
    expect(verdict).toBe("unanswered");
    expect(confidence).toBeLessThan(0.35);
    expect(passages).toEqual([]);
  });

  it("gets less likely with every telling word that no passage has", () => {
    const questions = [
      "tenant id approval",
      "tenant id approval for a bakery",
      "tenant id approval for a bakery in Lisbon",
    ];
    const [all = 0, some = 0, few = 0] = questions.map((question) => decideOn(question).confidence);
    expect(all).toBeGreaterThan(some);
    expect(some).toBeGreaterThanOrEqual(few);
  });

  it("names the nearest sections whatever it decides", () => {
    expect(decideOn("tenant id for a bakery in Lisbon").nearest.length).toBeGreaterThan(0);
  });
});
