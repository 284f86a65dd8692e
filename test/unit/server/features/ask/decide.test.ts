import { describe, expect, it } from "vitest";
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);

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
    expect(confidence).toBeLessThan(0.4);
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

  it("gets less likely where the words of a question stand in different sentences", () => {
    const said = (...texts: string[]) => {
      const articles = [sampleArticle("a/one", "Bookings", { "": prose(...texts) }), ...sampleKnowledge.articles];
      const index = createKnowledge({ ...sampleKnowledge, articles });
      const question = "bakery invoices Lisbon";
      const { confidence } = decide(question, index.search(question, { exactQuotes: false }), index.passages.length);
      return confidence;
    };
    const together = said("The bakery sends invoices to Lisbon. Nobody opens the others.");
    const apart = said("The bakery sends nobody to the others. Invoices it opens. Lisbon.");
    expect(together).toBeGreaterThan(apart);
  });

  it("is less likely where something is to be done than where it is only named", () => {
    expect(decideOn("convert the lead").confidence).toBeGreaterThan(decideOn("how do I convert the lead").confidence);
  });

  it("names the nearest sections whatever it decides", () => {
    expect(decideOn("tenant id for a bakery in Lisbon").nearest.length).toBeGreaterThan(0);
  });
});
