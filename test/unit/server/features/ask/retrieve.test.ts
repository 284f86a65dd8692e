import { expect, it } from "vitest";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const approval = sampleArticle("integrations/approval", "Wait for the approval", {
  "": prose("The approval takes two business days."),
});
const others = ["one", "two", "three", "four", "five", "six"].map((name) =>
  sampleArticle(`syncing/${name}`, `Contacts, part ${name}`, { "": prose("It takes a moment to read all of it.") }),
);
const knowledge = createKnowledge({ ...sampleKnowledge, articles: [...others, approval] });
const lookedFor = (question: string, articleId?: string, turns: { question: string; text: string }[] = []) =>
  retrieve(knowledge, { question, articleId, turns, integrationNames: [] });

it("takes the open page for what a question leans on that says nothing by itself", () => {
  const { question, found } = lookedFor("and how long does that take", "integrations/approval");
  expect(question).toBe("Wait for the approval and how long does that take");
  expect(found.passages[0]?.passage.article.id).toBe("integrations/approval");
});

it("takes a complaint that names nothing for one about the open page", () => {
  expect(lookedFor("it does not work", "integrations/approval").question).toBe(
    "Wait for the approval it does not work",
  );
});

it.each([
  ["how do they sort their invoices", "integrations/approval"],
  ["and how long does that take", undefined],
  ["how long does the approval take", "integrations/approval"],
])("leaves %j on %s as it is", (question, articleId) => {
  expect(lookedFor(question, articleId).question).toBe(question);
});

it("leans on what was asked before rather than on the page", () => {
  const turns = [{ question: "How do I sort invoices?", text: "" }];
  expect(lookedFor("how long does that take", "integrations/approval", turns).question).toBe(
    "How do I sort invoices? how long does that take",
  );
});

it("takes a name alone for what the open page says of it", () => {
  const limits = sampleArticle("crm/limits", "How many calls are allowed", {
    "": prose("HubSpot allows a hundred calls, and says so."),
    Other: prose("Zendesk allows ten calls a second."),
  });
  const crm = createKnowledge({ ...sampleKnowledge, articles: [...others, limits] });
  const asked = {
    question: "and for zendesk?",
    articleId: "crm/limits",
    turns: [],
    integrationNames: ["HubSpot", "Zendesk"],
  };
  const { question, found } = retrieve(crm, asked);
  expect(question).toBe("How many calls are allowed Zendesk");
  expect(found.passages.map(({ passage }) => passage.heading)).toEqual(["Other"]);
});

it("tells who names one CRM nothing that an article has under the name of another, where it has something under that one's", () => {
  const rights = sampleArticle("crm/rights", "Which rights a CRM needs", {
    "": prose("Each CRM asks for rights."),
    HubSpot: prose("The rights are set by scopes."),
    Salesforce: prose("The rights are those of the user."),
    "From HubSpot to Salesforce": prose("The rights of both are needed."),
  });
  const crm = createKnowledge({ ...sampleKnowledge, articles: [...others, rights] });
  const headings = (question: string) =>
    retrieve(crm, { question, turns: [], integrationNames: ["HubSpot", "Salesforce", "Intercom"] }).found.passages.map(
      ({ passage }) => passage.heading,
    );
  expect(headings("which rights does salesforce need")).toEqual(
    expect.arrayContaining(["Salesforce", "From HubSpot to Salesforce"]),
  );
  expect(headings("which rights does salesforce need")).not.toContain("HubSpot");
  expect(headings("which rights does Intercom need")).toContain("HubSpot");
  expect(headings("which rights do they need")).toEqual(expect.arrayContaining(["HubSpot", "Salesforce"]));
});
