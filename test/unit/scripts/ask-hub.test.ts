import { expect, it } from "vitest";
import { loadHub } from "#content/hub.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { askHub } from "../../../scripts/questions/ask-hub.ts";

const english = sampleArticle("crm/lost", "I lost the link", { "": prose("Write again and mention your reference.") });
const german = sampleArticle(
  "crm/lost",
  "Ich habe den Link verloren",
  { "": prose("Schreiben Sie noch einmal, und nennen Sie Ihr Aktenzeichen.") },
  { language: "de" },
);
const knowledge = { ...sampleKnowledge, articles: [...sampleKnowledge.articles, english], translations: [german] };

it("asks each question in its own language, as a reader does", async () => {
  const ask = (question: string) => ({ ask: question, answer: ["crm/lost"], line: 1 });
  const given = await askHub({ knowledge, hub: loadHub("content") }, [
    ask("I lost the link: write again and mention my reference?"),
    ask("Ich habe den Link verloren, noch einmal schreiben und mein Aktenzeichen nennen?"),
  ]);
  expect(given.map(({ sources }) => sources[0]?.language)).toEqual(["en", "de"]);
});
