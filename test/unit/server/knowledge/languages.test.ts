import { describe, expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const said = { "": prose("Tenant ID: 1–2 business days.") };
const english = sampleArticle("en/tenant", "Tenant ID", said, { language: "en" });
const german = sampleArticle("de/tenant", "Tenant ID", said, { language: "de-AT" });
const both = createKnowledge({ ...sampleKnowledge, articles: [english, german] });
const one = createKnowledge({ ...sampleKnowledge, articles: [english] });

const first = (options: { languages?: string[]; articleId?: string }) =>
  both.search("tenant id", options).passages[0]?.passage.article.id;

describe("of articles in two languages that say the same", () => {
  it.each([
    [["de"], "de/tenant"],
    [["de-CH", "en"], "de/tenant"],
    [["en-GB", "de"], "en/tenant"],
    [["fr", "de", "en"], "de/tenant"],
  ])("a reader of %j gets the one in theirs", (languages, id) => {
    expect(first({ languages })).toBe(id);
  });

  it("the language of the open page comes before what the browser asks for", () => {
    expect(first({ languages: ["en"], articleId: "de/tenant" })).toBe("de/tenant");
  });
});

it("where all are in one language, what the reader reads changes nothing", () => {
  const scores = [["en"], ["de"], []].map((languages) => one.search("tenant id", { languages }).passages[0]?.score);
  expect(new Set(scores).size).toBe(1);
});

it.each([
  ["Was tue ich bei Fehler 429?", ["fehler", "429"]],
  ["Woran erkenne ich eine Sandbox?", ["sandbox"]],
  ["was heißt das, und wofür lässt man es dort", []],
])("of “%s” German words of asking tell nothing", (question, telling) => {
  const words = one.read(`${question} Tenant`).terms.map(({ word }) => word);
  expect(words).toEqual([...telling, "tenant"]);
});

it("reads an umlaut that was typed as two letters", () => {
  const transfer = sampleArticle("de/transfer", "Nichts wird übertragen", { "": prose("Der Zugang fehlt.") });
  const index = createKnowledge({ ...sampleKnowledge, articles: [german, transfer] });
  expect(index.search("uebertragen").passages[0]?.passage.article.id).toBe("de/transfer");
  expect(index.search("uebertragen").corrected).toBeNull();
});
