import { expect, it } from "vitest";
import { canCheck } from "#server/features/ask/check/tongues/tongue-of.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

it.each([
  ["en", true],
  ["de-AT", true],
  ["fr", false],
])("sentences of a source in “%s” can be checked: %s", (language, can) => {
  const article = sampleArticle("a/part", "Tenant ID", { "": prose("Tenant ID: 1–2.") }, { language });
  const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  expect(canCheck([{ source, passages: splitPassages(article) }])).toBe(can);
});
