import { expect, it } from "vitest";
import { decideWhole } from "#server/features/ask/decide-compared.ts";
import { readSeveral } from "#server/features/ask/read-several.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { writeSides } from "#server/features/ask/write-sides.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const articles = [
  sampleArticle("plans/invite", "Inviting a colleague", {
    "": prose("You invite a colleague by e-mail. The invitation lasts for a week."),
  }),
  sampleArticle("plans/export", "Exporting invoices", {
    "": prose("Your invoices are exported as one file. The file has every invoice of the year."),
  }),
  ...["one", "two", "three", "four"].map((name) =>
    sampleArticle(`other/${name}`, `Seats, part ${name}`, { "": prose(`A seat is for one person, part ${name}.`) }),
  ),
];
const knowledge = createKnowledge({ ...sampleKnowledge, articles });
const decideOn = (question: string) => {
  const found = knowledge.search(question, { exactQuotes: false });
  return decideWhole(knowledge, question, found);
};
const tell = (question: string) => {
  const { sides = [], passages } = decideOn(question);
  return writeSides(sides, numberSources(passages)).map(({ text }) => text);
};

it.each([
  ["how do I invite a colleague and what is exported", ["How do I invite a colleague?", "What is exported?"]],
  [
    "Can I invite a colleague? And how are invoices exported?",
    ["Can I invite a colleague?", "How are invoices exported?"],
  ],
  ["Hello! Where are my invoices, and also why is a seat gone", ["Where are my invoices?", "Why is a seat gone?"]],
  ["wie lade ich jemanden ein und was wird exportiert?", ["Wie lade ich jemanden ein?", "Was wird exportiert?"]],
])("reads the questions of “%s”", (message, questions) => {
  expect(readSeveral(message)?.map(({ name }) => name)).toEqual(questions);
});

it.each([
  "how do I see which invoices were exported and which failed",
  "do I choose update and do nothing",
  "my colleague left, how do I invite another one",
  "We have ten seats. How do I invite a colleague? How are invoices exported?",
  "what is exported and what is not",
  "wie sehe ich, was exportiert wird und was nicht",
  "how do I invite and what is exported and why is it gone and how do I pay",
])("leaves whole what is one question, or more than questions: “%s”", (message) => {
  expect(readSeveral(message)).toBeNull();
});

it("gives a question that points at the one before what that is about", () => {
  const [, second] = readSeveral("how do I invite a colleague and how long does it take") ?? [];
  expect(second?.question).toBe("how do I invite a colleague how long does it take");
});

it("answers each, under its own words", () => {
  expect(decideOn("how do I invite a colleague and how are invoices exported?").verdict).not.toBe("unanswered");
  expect(tell("how do I invite a colleague and how are invoices exported?")).toEqual([
    "How do I invite a colleague?",
    "You invite a colleague by e-mail. The invitation lasts for a week.",
    "How are invoices exported?",
    "Your invoices are exported as one file. The file has every invoice of the year.",
  ]);
});

it("says of one that it is not in the articles, and answers the other in part", () => {
  expect(tell("how do I feed the penguins and how are invoices exported?")).toEqual([
    "How do I feed the penguins?",
    "That was not found in the articles.",
    "How are invoices exported?",
    "Your invoices are exported as one file. The file has every invoice of the year.",
  ]);
  expect(decideOn("how do I feed the penguins and how are invoices exported?").verdict).toBe("partial");
});

it("leaves to one section what it says of both", () => {
  expect(decideOn("how are invoices exported and what is in the exported file").sides).toBeUndefined();
});
