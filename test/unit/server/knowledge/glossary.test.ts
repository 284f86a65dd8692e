import { describe, expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge({
  ...sampleKnowledge,
  glossary: [{ say: ["how much is it"], means: ["price"] }],
  articles: [
    sampleArticle("syncing/price", "Price", { "": prose("The price is not in these articles.") }),
    sampleArticle("syncing/how", "Setting up", { "": prose("How much time it takes to set it up.") }),
  ],
});

const found = (text: string) => knowledge.search(text).passages.map(({ passage }) => passage.article.id);

describe("the glossary", () => {
  it("knows what is said in words that tell nothing one by one", () => {
    expect(found("how much is it with Zendesk")).toEqual(["syncing/price"]);
    expect(found("is it much with Zendesk")).toEqual([]);
  });
});
