import { expect, it } from "vitest";
import { findArticles } from "#server/features/search/find-articles.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);

it("gives each article once, with its sections and the words that matched", () => {
  const { hits } = findArticles(knowledge, { q: "converted lead", limit: 8 });
  expect(hits.map(({ articleId }) => articleId)).toEqual([...new Set(hits.map(({ articleId }) => articleId))]);
  expect(hits[0]).toMatchObject({
    articleId: "syncing/contacts-not-syncing",
    url: "/articles/syncing/contacts-not-syncing/",
  });
  expect(hits[0]?.sections[0]).toMatchObject({
    id: "salesforce-refuses-converted-leads",
    url: "/articles/syncing/contacts-not-syncing/#salesforce-refuses-converted-leads",
  });
  expect(hits[0]?.sections[0]?.excerpt).toContain("\u0002converted\u0003");
});

it("says what it searched for instead of a word that nobody knows", () => {
  expect(findArticles(knowledge, { q: "salesfroce", limit: 8 })).toMatchObject({
    query: "salesfroce",
    corrected: "salesforce",
  });
});

it("finds nothing without failing", () => {
  expect(findArticles(knowledge, { q: "pizza", limit: 8 })).toEqual({
    query: "pizza",
    corrected: null,
    hits: [],
    nearest: [],
  });
});
