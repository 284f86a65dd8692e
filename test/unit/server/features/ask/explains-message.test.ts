import { describe, expect, it } from "vitest";
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

/** A code stands in several articles, as those of common errors do: none is ahead of the others by much. */
const articles = [
  ...sampleKnowledge.articles,
  sampleArticle("crm/errors", "What an error means", {
    "": prose("HubSpot: `RATE_LIMITS` (429), too many requests: wait.", "Intercom: 409, a conflict."),
  }),
  sampleArticle("crm/bookings", "Bookings fail", {
    "": prose("Above sixty calls in one second it answers with error 429, which waiting mends."),
  }),
  sampleArticle("crm/owner", "The record says “owner is not active”", {
    "": prose("Whoever owns the record has left. Give it to somebody else."),
  }),
];
const knowledge = createKnowledge({ ...sampleKnowledge, articles });
const verdictOn = (question: string) =>
  decide(question, knowledge.search(question, { exactQuotes: false }), knowledge.passages.length).verdict;

describe("a code that an article has an entry for", () => {
  it.each(["what does error 429 mean", "429", "error 429", "what is a 409", "HubSpot error 429"])(
    "is explained whole: %s",
    (question) => expect(verdictOn(question)).toBe("answered"),
  );

  it.each(["how do I switch error 429 off", "what does error 429 mean in Zoho", "what does error 418 mean"])(
    "does not answer what it does not say: %s",
    (question) => expect(verdictOn(question)).not.toBe("answered"),
  );
});

describe("a message that is pasted with much around it", () => {
  it.each([
    "Request failed with status code 429 at XMLHttpRequest settle",
    '{"level":"fatal","category":"RATE_LIMITS","correlation":"ab12"}',
    "since tuesday my screen turns red and shows Owner is not active, please advise",
  ])("is not refused: %s", (question) => expect(verdictOn(question)).toBe("partial"));

  it("is not made of a bare number", () => {
    expect(verdictOn("my garden gate has 429 wooden slats painted green")).toBe("unanswered");
  });
});
