import { expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const said = {
  fields: "Kontaktfelder ordnen Sie unter Einstellungen zu.",
  password: "Salesforce nimmt das Kennwort nicht an, wenn die Seite falsch ist.",
  copies: "Werte, die überschrieben werden, stehen im Verlauf.",
  keeping: "Jede Aufbewahrung von Fragen endet nach einem Jahr.",
  methods: "Zur Qualifizierung gibt es mehrere Methoden.",
  paying: "Die Zahlmethode, eine von drei Methoden, steht neben jeder Zahl.",
};
const articles = Object.entries(said).map(([name, text]) =>
  sampleArticle(`de/${name}`, "Ein Titel", { "": prose(text) }, { summary: "", language: "de" }),
);
const glossary = [{ say: ["eintreffen"], means: ["Werte"] }];
const german = createKnowledge({ ...sampleKnowledge, glossary, articles });
const english = createKnowledge({
  ...sampleKnowledge,
  glossary,
  articles: articles.map((article) => ({ ...article, language: "en" })),
});
const find = (text: string, index = german) => index.search(text).passages[0]?.passage.article.id ?? null;

it.each([
  ["another ending", "aufbewahrt", "de/keeping"],
  ["another vowel", "überschreibst", "de/copies"],
  ["a verb whose parts stand apart", "angenommen", "de/password"],
  ["a compound of words that stand apart", "Qualifizierungsmethode", "de/methods"],
  ["another form of what customers say", "eingetroffene", "de/copies"],
])("finds a German word in %s: “%s”", (_, asked, article) => {
  expect(find(asked)).toBe(article);
});

it("finds a German word in compounds that end with it, and is as telling as its commonest form", () => {
  const [one] = german.read("Methode").terms;
  expect(one?.means).toEqual([["methoden"], ["zahlmethod"]]);
  expect(one?.weight).toBe(german.read("Methoden").terms[0]?.weight);
});

it.each(["Feldweg", "Kennwortmethode"])("takes no other word for one: “%s”", (asked) => {
  expect(find(asked)).toBeNull();
});

it("leaves the words of other languages to their stems", () => {
  expect(find("angenommen", english)).toBeNull();
});
