import { describe, expect, it } from "vitest";
import { citeOwnChecks, mayConcernOwn, type OwnCheck } from "#server/features/ask/own-check.ts";
import { isOfNow, numberSources } from "#server/features/ask/sources.ts";

const NAMES = ["HubSpot", "Salesforce"];
const check = (name: string, integration: OwnCheck["integration"]): OwnCheck => ({
  integration,
  name,
  url: `/setup/${integration}/`,
  at: "2026-11-25T12:03:10.000Z",
  says: [`${name} was checked.`, "Leads: Deal stage: “Won” is archived."],
});
const checks = [check("HubSpot", "hubspot"), check("Salesforce", "salesforce")];

describe("a reader's own checks", () => {
  it.each([
    "Why do contacts not sync?",
    "Is my HubSpot connection fine?",
    "Is HubSpot working?",
    "My leads never arrive",
    "Why isn't my connection working?",
    "My CRM is down, what now?",
    "What is wrong with my Salesforce connection",
    "Warum werden Kontakte nicht synchronisiert?",
    "Ist meine HubSpot-Verbindung in Ordnung?",
    "Läuft Salesforce gerade?",
    "Unsere Empfehlungen kommen nicht an",
  ])("are looked at for: %s", (question) => expect(mayConcernOwn(question, NAMES)).toBe(true));
  it.each([
    "How do I connect Intercom?",
    "I cannot find the search",
    "Wie verbinde ich Intercom?",
    "Ich finde die Suche nicht",
    "Was ist ein konvertierter Lead?",
    "What is a converted lead?",
    "Which pricing plan is needed for our CRM?",
    "How do I delete my HubSpot integration?",
    "Can our designers check the campaign?",
    "Which permissions does HubSpot ask for?",
  ])("are left alone for: %s", (question) => expect(mayConcernOwn(question, NAMES)).toBe(false));

  it("are those of the CRM that is named, or all", () => {
    const about = (question: string) =>
      citeOwnChecks(question, NAMES, checks).passages.map(({ passage }) => passage.article.url);
    expect(about("Is my Salesforce connection fine?")).toEqual(["/setup/salesforce/"]);
    expect(about("Why do contacts not sync?")).toEqual(["/setup/hubspot/", "/setup/salesforce/"]);
    expect(citeOwnChecks("Is my Salesforce connection fine?", NAMES, [check("HubSpot", "hubspot")]).answers).toBe(
      false,
    );
  });

  it("answer who asks for them, and are cited where they stand, with their time", () => {
    const { passages, answers } = citeOwnChecks("Is my HubSpot connection fine?", NAMES, checks);
    expect(answers).toBe(true);
    const [source] = numberSources(passages, 3);
    expect(source?.source).toMatchObject({
      n: 3,
      url: "/setup/hubspot/#check",
      title: "Your HubSpot connection › Check of 2026-11-25, 12:03 UTC",
    });
    expect(source && isOfNow(source)).toBe(true);
  });
});
