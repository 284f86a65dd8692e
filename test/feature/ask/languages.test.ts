import { expect, it } from "vitest";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
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
  const response = await app.request("/api/ask", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "accept-language": wanted },
    body: JSON.stringify({ question: "tenant id business days" }),
  });
  const { sources } = Answer.parse(await response.json());
  expect(sources[0]?.articleId).toBe(id);
});
