import { expect, it } from "vitest";
import { canCheck } from "#server/features/ask/check/tongues/tongue-of.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const articleIn = (language: string) =>
  sampleArticle(
    "fr/lilas",
    "Lilas violets",
    { "": prose("Les lilas violets arrivent vendredi, au plus tard à 10 heures.") },
    { language },
  );

it.each([
  ["en", true],
  ["de-AT", true],
  ["fr", false],
])("sentences of a source in “%s” can be checked: %s", (language, can) => {
  const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  expect(canCheck([{ source, passages: splitPassages(articleIn(language)) }])).toBe(can);
});

it("an article in a language without tables answers in its own words, and no model is asked", async () => {
  const model = await startModel();
  const { app } = await openTestHub({
    knowledge: { ...sampleKnowledge, articles: [articleIn("fr")] },
    env: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" },
  });
  const { sentences, mode } = await ask(app, { question: "lilas violets arrivent vendredi" });
  expect(sentences.map(({ text }) => text).join(" ")).toMatch(/French cannot be checked yet.*lilas violets arrivent/);
  expect(mode).toBe("extractive");
  expect(model.requests).toEqual([]);
});
