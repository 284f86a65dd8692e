import { expect, it } from "vitest";
import { decideWhole } from "#server/features/ask/decide-compared.ts";
import { readCompared } from "#server/features/ask/read-compared.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { writeSides } from "#server/features/ask/write-sides.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const articles = [
  sampleArticle("plans/starter", "The Starter plan", {
    "": prose("The Starter plan has one user. It is paid by the month, and ends when you say so."),
  }),
  sampleArticle("plans/pro", "The Pro plan", {
    "": prose("It has ten users and an audit log, and is paid by the year."),
  }),
  sampleArticle("plans/words", "Words", {
    Owner: prose("The difference between an owner and a guest is who pays: the owner does, the guest reads."),
  }),
  ...["one", "two", "three", "four"].map((name) =>
    sampleArticle(`other/${name}`, `Invoices, part ${name}`, {
      "": prose(`An invoice comes each month, part ${name}.`),
    }),
  ),
];
const knowledge = createKnowledge({ ...sampleKnowledge, articles });
const decideOn = (question: string) => {
  const found = knowledge.search(question, { exactQuotes: false });
  return decideWhole(knowledge, question, found);
};

it.each([
  ["What is different between Starter and Pro?", ["starter", "pro"]],
  ["starter plan vs pro plan", ["starter", "pro"]],
  ["do starter and pro handle invoices the same way", ["starter", "pro"]],
  ["starter oder pro, was ist der Unterschied", ["starter", "pro"]],
])("reads what is compared in “%s”", (question, names) => {
  expect(readCompared(question)?.map(({ name }) => name)).toEqual(names);
});

it.each(["difference between the two tabs", "connect HubSpot and Salesforce", "how is Pro different from the others"])(
  "finds nothing compared in “%s”",
  (question) => expect(readCompared(question)).toBeNull(),
);

it("says of each of two things what the articles say, and which of them it is", () => {
  const { sides = [], passages } = decideOn("What is different between the Starter plan and the Pro plan?");
  expect(writeSides(sides, numberSources(passages)).map(({ text }) => text)).toEqual([
    "The Starter plan has one user. It is paid by the month, and ends when you say so.",
    "pro:",
    "It has ten users and an audit log, and is paid by the year.",
  ]);
});

it("leaves a comparison to the articles where they make it", () => {
  expect(decideOn("difference between an owner and a guest").sides).toBeUndefined();
});

it.each(["which is cheaper, Starter or Pro", "is Pro faster than Zebra"])(
  "does not compare what no article does: “%s”",
  (question) => {
    expect(decideOn(question).sides).toBeUndefined();
  },
);
