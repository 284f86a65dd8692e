import { expect, it } from "vitest";
import { completeQuestion } from "#server/features/ask/complete-question.ts";

const NAMES = ["HubSpot", "Salesforce", "monday.com"];
const complete = (question: string, previous: string | null = "How do I map fields in HubSpot?") =>
  completeQuestion(question, previous, NAMES);

it.each([
  ["and for Salesforce?", "How do I map fields in Salesforce?"],
  ["what about monday.com", "How do I map fields in monday.com?"],
  ["Salesforce?", "How do I map fields in Salesforce?"],
  ["How long does that take?", "How do I map fields in HubSpot? How long does that take?"],
  ["why?", "How do I map fields in HubSpot? why?"],
])("makes %j whole with the question before it", (question, whole) => {
  expect(complete(question)).toBe(whole);
});

it("adds the integration where the question before it named none", () => {
  expect(complete("and in Salesforce?", "How do I map fields?")).toBe("How do I map fields? Salesforce");
});

it.each(["How do I qualify referrals in Salesforce?", "Which permissions does the integration ask for in total?"])(
  "leaves %j as it is",
  (question) => {
    expect(complete(question)).toBe(question);
    expect(complete(question, null)).toBe(question);
  },
);
