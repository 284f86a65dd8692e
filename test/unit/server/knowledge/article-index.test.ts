import { expect, it } from "vitest";
import { createArticleIndex } from "#server/knowledge/article-index.ts";
import { readCorpus } from "#server/knowledge/corpus.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const texts = ["Ein Testkontakt.", "Kontakte.", "Kontakte auch.", "Keine."];
const index = createArticleIndex(
  readCorpus(texts.map((text, row) => sampleArticle(`de/${row}`, "Titel", { "": prose(text) }))),
);
const scoreOf = (formOf: [string, string][]) =>
  index.find(["testkontakt"], { limit: 5, all: [], formOf: new Map(formOf) })[0]?.score ?? 0;

it("takes a rare form of a word for no more than the word, where the articles have that", () => {
  expect(scoreOf([["testkontakt", "kontakt"]])).toBeLessThan(scoreOf([]) / 2);
  expect(scoreOf([["testkontakt", "adresse"]])).toBe(scoreOf([]));
});
