import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const TEXTS = {
  en: [
    "HubSpot connects directly. ServiceTitan does not connect directly. Can it be undone? No, a sync stays.",
    "example.com is ours.",
    "iPhone users sign in. No. 5 of the list is yours.",
  ],
  de: ["HubSpot verbindet sich direkt. ServiceTitan verbindet sich nicht direkt. Ein Konto reicht."],
};

function check(text: string, language: keyof typeof TEXTS = "en") {
  const passages = splitPassages(sampleArticle("a/part", "Connect", { "": prose(...TEXTS[language]) }, { language }));
  const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  const checked = checkSentence({ text, citations: [1] }, [{ passages, source }]);
  return checked.result === "withheld" ? `withheld: ${checked.reason}` : checked.sentence.text;
}

describe("a yes or no, which answers a question that the checker does not see", () => {
  it.each([
    ["Yes, HubSpot connects directly.", "HubSpot connects directly."],
    ["No, HubSpot connects directly.", "HubSpot connects directly."],
    ["Yes, ServiceTitan does not connect directly.", "ServiceTitan does not connect directly."],
    ["No. ServiceTitan does not connect directly.", "ServiceTitan does not connect directly."],
    ["**Yes!** HubSpot connects directly.", "HubSpot connects directly."],
    ["Yes – HubSpot connects directly.", "HubSpot connects directly."],
    ["No—HubSpot connects directly.", "HubSpot connects directly."],
    ["Yes: HubSpot connects directly.", "HubSpot connects directly."],
    ["Yes, yes, HubSpot connects directly.", "HubSpot connects directly."],
    ["No, of course, HubSpot connects directly.", "HubSpot connects directly."],
    ["Absolutely! HubSpot connects directly.", "HubSpot connects directly."],
    ["1. Yes, HubSpot connects directly.", "1. HubSpot connects directly."],
    ["Yes, a sync stays.", "A sync stays."],
    ["Yes, example.com is ours.", "example.com is ours."],
    ["Yes, iPhone users sign in.", "iPhone users sign in."],
  ])("is not sent: %s", (text, sent) => {
    expect(check(text)).toBe(sent);
  });

  it.each([
    ["Ja, HubSpot verbindet sich direkt.", "HubSpot verbindet sich direkt."],
    ["Nein, HubSpot verbindet sich direkt.", "HubSpot verbindet sich direkt."],
    ["Nein, ein Konto reicht.", "Ein Konto reicht."],
    ["Doch! ServiceTitan verbindet sich nicht direkt.", "ServiceTitan verbindet sich nicht direkt."],
    ["Natürlich, ein Konto reicht.", "Ein Konto reicht."],
  ])("is not sent in German: %s", (text, sent) => {
    expect(check(text, "de")).toBe(sent);
  });

  it("is sent where the source says it, word for word", () => {
    expect(check("No, a sync stays.")).toBe("No, a sync stays.");
  });

  it.each(["No. 5 of the list is yours.", "HubSpot connects directly."])("is not what this begins with: %s", (text) => {
    expect(check(text)).toBe(text);
  });

  it.each([
    "Yes.",
    "No.",
    "Yes",
    "No!",
    "**Yes.**",
    "Ja.",
    "Nein.",
    "Yes, it does.",
    "No, it does not.",
    "No, you can't.",
  ])("says nothing by itself, and leaves nothing to be confirmed: %s", (text) => {
    expect(check(text)).toBe("withheld: empty");
  });

  it.each(["It does not.", "It is not.", "You can never."])("is not said without the word either: %s", (text) => {
    expect(check(text)).toBe("withheld: polarity");
  });

  it.each([
    "Yes HubSpot connects directly.",
    "HubSpot connects directly, yes.",
    "The answer is yes: HubSpot connects.",
  ])("is not said in passing: %s", (text) => {
    expect(check(text)).toMatch(/^withheld/);
  });
});
