import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const TEXTS = [
  "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. It costs 1,000 credits. See https://example.com/help or write to help@example.com.",
  "Press “Save integration” in the Leads tab. There are two tabs. Support answers from Monday to Friday, since 10 March 2026.",
];
const sources: NumberedSource[] = TEXTS.map((text, index) => {
  const [passage] = splitPassages(sampleArticle(`a/part-${index}`, "ServiceTitan setup", { Approval: prose(text) }));
  if (!passage) throw new Error("no passage");
  return {
    passages: [passage],
    source: { n: index + 1, articleId: passage.article.id, section: "", title: "", url: "" },
  };
});

const check = (text: string, ...citations: number[]) => {
  const checked = checkSentence({ text, citations }, sources);
  return checked.result === "withheld"
    ? `withheld: ${checked.reason}`
    : `${checked.result} by ${checked.sentence.citations.join()}`;
};

describe("a sentence of a model", () => {
  it.each([
    ["says what its source says", "Approval of your Tenant ID takes 1–2 business days.", [1], "supported by 1"],
    [
      "writes a figure another way",
      "It costs 1000 credits, and the Leads tab is one of 2 tabs.",
      [1, 2],
      "supported by 1,2",
    ],
    ["writes a figure as a word", "There are two tabs in the Leads settings.", [2], "supported by 2"],
    [
      "has apostrophes, which quote nothing",
      "The team's approval of your Tenant's ID takes 1–2 business days.",
      [1],
      "supported by 1",
    ],
    ["counts its steps", "2. Press “Save integration” in the Leads tab.", [2], "supported by 2"],
    [
      "names an address that is there",
      "Write to help@example.com or see https://example.com/help.",
      [1],
      "supported by 1",
    ],
    ["has an everyday word of its own", "There are two tabs in the big Leads settings.", [2], "supported by 2"],
    ["answers no and goes on", "No, the team approves your Tenant ID.", [1], "supported by 1"],
    [
      "quotes once where a quote was left open",
      'Press "the button "Save integration" in the Leads tab.',
      [2],
      "supported by 2",
    ],
    ["joins two sentences", "It costs 1,000 credits, and the team approves your Tenant ID.", [1], "supported by 1"],
    ["cites the wrong source", "Press “Save integration” in the Leads tab.", [1], "moved by 2"],
    ["cites a source that does not exist", "Press “Save integration” in the Leads tab.", [9], "moved by 2"],
  ] as const)("passes when it %s", (_, text, citations, result) => {
    expect(check(text, ...citations)).toBe(result);
  });

  it.each([
    ["number", "a figure", "Approval of your Tenant ID takes 3–5 business days."],
    ["number", "a figure as a word", "Approval of your Tenant ID takes three business days."],
    ["number", "a larger figure as a word", "Approval of your Tenant ID takes thirty business days."],
    ["number", "a figure of two words", "Approval of your Tenant ID takes twenty-two business days."],
    ["number", "a figure in wide digits", "Approval of your Tenant ID takes １５ business days."],
    ["number", "a figure in another script", "Approval of your Tenant ID takes ٣ business days."],
    ["number", "a figure in a circle", "Approval of your Tenant ID takes ⑤ business days."],
    ["number", "a part of a figure", "Approval of your Tenant ID costs 100 credits."],
    ["number", "another unit", "Approval of your Tenant ID takes 1–2 business weeks."],
    ["date", "a weekday", "Support answers from Monday to Saturday."],
    ["date", "a month", "Support answers since 10 April 2026."],
    ["date", "a day beside a month", "Support answers since 2 March 2026."],
    ["date", "a year", "Support answers since 10 March 2027."],
    ["address", "an address of a page", "See https://example.org/help for the approval of your Tenant ID."],
    ["address", "a longer address", "See https://example.com/help/reset for the approval of your Tenant ID."],
    ["address", "a bare domain", "See evil.example.io for the approval of your Tenant ID."],
    ["address", "a domain with an ending that few know", "See evil.example for the approval of your Tenant ID."],
    ["address", "a domain behind two slashes", "See //localhost/x for the approval of your Tenant ID."],
    ["address", "a domain in another script", "See пример.рф for the approval of your Tenant ID."],
    ["address", "a mail address", "Write to admin@example.com about the approval of your Tenant ID."],
    ["address", "a path", "See /etc/passwd for the approval of your Tenant ID."],
    ["code", "a code", "The Referral Factory team approves your Tenant ID with TENANT_OK."],
    ["label", "a quoted label", "Press “Delete integration” in the Leads tab."],
    ["label", "a label in single quotes", "Press 'Delete integration' in the Leads tab."],
    ["label", "a label in backticks", "Press `Delete integration` in the Leads tab."],
    ["label", "a label that Markdown quotes", 'Press **"Reset"** in the Leads tab.'],
    ["label", "a tab", "Press “Save integration” in the Billing tab."],
    ["name", "a name", "The Zendesk team approves your Tenant ID."],
    ["name", "a name at the beginning", "Zendesk approves your Tenant ID."],
    ["name", "a name of the same passage in another's place", "The ServiceTitan team approves your Tenant ID."],
    [
      "name",
      "a longer name's place taken by one word",
      "The Approval team approves your Tenant ID, which takes 1–2 business days.",
    ],
    ["name", "a name where the source goes on", "Support answers from Leads."],
    ["code", "a code in angle brackets", "The Referral Factory team approves your Tenant ID with <tenant_ok>."],
    ["polarity", "a negation", "The Referral Factory team does not approve your Tenant ID."],
    ["polarity", "a narrowing", "Only the Referral Factory team approves your Tenant ID."],
    ["polarity", "a never", "The Referral Factory team never approves your Tenant ID."],
    ["polarity", "an opposite", "The Referral Factory team rejects your Tenant ID, which takes 1–2 business days."],
    ["words", "a step", "Press “Save integration” in the Leads tab, and then restart your browser."],
    ["words", "a feature", "The Leads tab sends a short summary to colleagues."],
  ])("is withheld (%s) for %s that stands in no source", (reason, _, text) => {
    expect(check(text, 1, 2)).toBe(`withheld: ${reason}`);
  });

  it("says what was not supported", () => {
    const text = "Approval of your Tenant ID takes 3 business days.";
    expect(checkSentence({ text, citations: [1] }, sources)).toEqual({
      result: "withheld",
      reason: "number",
      what: "3",
    });
  });

  it("is withheld when it cites nothing, however true", () => {
    expect(check("The team approves your Tenant ID.")).toBe("withheld: no_citation");
  });

  it("loses a citation that does not exist", () => {
    expect(check("The team approves your Tenant ID.", 1, 9)).toBe("supported by 1");
  });

  it("is withheld when a figure stands in one source and the rest in another", () => {
    expect(check("Press “Save integration” within 1–2 business days.", 2)).toBe("withheld: number");
  });

  it("is withheld when no source has enough of its words", () => {
    expect(check("Your campaign earns more with a good reward and a nice landing page.", 1)).toBe("withheld: words");
  });

  it("loses its Markdown, its HTML, its links and images", () => {
    const text =
      "**Press** [“Save integration”](https://evil.example/x) in the <b>Leads</b> tab. ![x](https://evil.example/y.png)<script>run()</script>";
    const checked = checkSentence({ text, citations: [2] }, sources);
    expect(checked).toMatchObject({
      result: "supported",
      sentence: { text: "Press “Save integration” in the Leads tab. run()" },
    });
  });

  it("is withheld when nothing is left of it", () => {
    expect(check("---", 1)).toBe("withheld: empty");
  });
});
