import { expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const said = {
  fields: "Kontaktfelder ordnen Sie unter Einstellungen zu.",
  password: "Salesforce nimmt das Kennwort nicht an, wenn die Seite falsch ist.",
  copies: "Werte, die überschrieben werden, stehen im Verlauf.",
  keeping: "Jede Aufbewahrung von Fragen endet nach einem Jahr.",
  methods: "Zur Qualifizierung gibt es mehrere Methoden.",
  joining: "HubSpot verbindet sich mit dem nächsten Konto nach der Anmeldung.",
  rights: "Jedes Recht, das fehlt, ist eine fehlende Zeile am Ende der Liste.",
  paying: "Die Zahlmethode, eine von drei Methoden, steht neben jeder Zahl.",
};
const articles = Object.entries(said).map(([name, text]) =>
  sampleArticle(`de/${name}`, "Ein Titel", { "": prose(text) }, { summary: "", language: "de" }),
);
const glossary = [
  { say: ["eintreffen", "sicher"], means: ["Werte"] },
  { say: ["finde … Kennung"], means: ["Methoden"] },
];
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
  ["another form of a small word that customers say", "finden Kennung", "de/methods"],
])("finds a German word in %s: “%s”", (_, asked, article) => {
  expect(find(asked)).toBe(article);
});

it("finds a German word in compounds that end with it, and is as telling as its commonest form", () => {
  const [one] = german.read("Methode").terms;
  expect(one?.means).toEqual([["methoden"], ["zahlmethod"]]);
  expect(one?.weight).toBe(german.read("Methoden").terms[0]?.weight);
});

it.each(["Feldweg", "Kennwortmethode", "Rechnung", "Rechnungen"])("takes no other word for one: “%s”", (asked) => {
  expect(find(asked)).toBeNull();
});

it("takes no participle for a compound: “Ende”, “fehlende”", () => {
  expect(german.read("Ende").terms[0]?.means).toEqual([]);
});

it.each(["Sicherung", "Nächte"])("takes no small word for a form of one that tells something: “%s”", (asked) => {
  expect(german.read(asked).terms[0]?.means.flat()).not.toContain(asked === "Nächte" ? "nach" : "sich");
});

it("hears nothing of what customers say in a small word that has its key: “sich”, “sicher”", () => {
  expect(german.read("verbindet sich").terms.map(({ word }) => word)).toEqual(["verbindet"]);
});

it("leaves the words of other languages to their stems", () => {
  expect(find("angenommen", english)).toBeNull();
});
