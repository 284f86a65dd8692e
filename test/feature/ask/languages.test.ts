import { expect, it } from "vitest";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { postAsk } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const said = { "": prose("Tenant ID: 1–2 business days.") };
const inGerman = sampleArticle("de/tenant", "Tenant ID", said, { language: "de" });
const inEnglish = sampleArticle("en/tenant", "Tenant ID", said, { language: "en" });
const articles = [...sampleKnowledge.articles, inEnglish, inGerman];
const { app } = await openTestHub({ knowledge: { ...sampleKnowledge, articles } });

it.each([
  ["de-AT, en;q=0.5", "de/tenant"],
  ["en-GB, de;q=0.5", "en/tenant"],
])("a browser that asks for “%s” gets the article in that language", async (wanted, id) => {
  const response = await postAsk(app, { question: "tenant id business days" }, "application/json", undefined, wanted);
  const { sources } = Answer.parse(await response.json());
  expect(sources[0]?.articleId).toBe(id);
});
