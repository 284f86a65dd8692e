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
  ["what if the mapping fails", "How do I map fields in HubSpot? what if the mapping fails"],
  ["why?", "How do I map fields in HubSpot? why?"],
])("makes %j whole with the question before it", (question, whole) => {
  expect(complete(question)).toBe(whole);
});

it("adds the integration where the question before it named several", () => {
  const before = "Does HubSpot differ from monday.com?";
  expect(complete("and for Salesforce?", before)).toBe(`${before} Salesforce`);
});

it("adds the integration where the question before it named none", () => {
  expect(complete("and in Salesforce?", "How do I map fields?")).toBe("How do I map fields? Salesforce");
});

it.each([
  ["und für Salesforce?", "Wie ordne ich Felder in Salesforce zu?"],
  ["Was ist mit monday.com?", "Wie ordne ich Felder in monday.com zu?"],
  ["Wie lange dauert das?", "Wie ordne ich Felder in HubSpot zu? Wie lange dauert das?"],
  ["warum?", "Wie ordne ich Felder in HubSpot zu? warum?"],
  ["Geht das auch nachträglich?", "Wie ordne ich Felder in HubSpot zu? Geht das auch nachträglich?"],
])("makes %j whole in German, too", (question, whole) => {
  expect(complete(question, "Wie ordne ich Felder in HubSpot zu?")).toBe(whole);
});

it.each(["Wo finde ich das Feld Tenant ID?", "Ist das Salesforce-Konto gesperrt worden?"])(
  "does not take the article of %j for a finger",
  (question) => expect(complete(question, "Wie ordne ich Felder zu?")).toBe(question),
);

it.each([
  "Is there an API?",
  "How do I qualify referrals in Salesforce?",
  "Which permissions does the integration ask for in total?",
])("leaves %j as it is", (question) => {
  expect(complete(question)).toBe(question);
  expect(complete(question, null)).toBe(question);
});
