import { describe, expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);

const first = (text: string, options = {}) => {
  const [best] = knowledge.search(text, options).passages;
  return best ? `${best.passage.article.id}#${best.passage.anchor}` : null;
};

describe("the articles' index", () => {
  it("knows every article by its id", () => {
    expect(knowledge.articles.has("integrations/connect-your-crm")).toBe(true);
    expect(knowledge.articles.get("integrations/gone")).toBeUndefined();
  });

  it.each([
    [
      "How long does it take to approve my tenant id?",
      "integrations/connect-your-crm#servicetitan-connects-differently",
    ],
    ["the window for signing in does not open", "integrations/connect-your-crm#no-sign-in-window"],
    ["what is a converted lead", "syncing/contacts-not-syncing#salesforce-refuses-converted-leads"],
    ["people never show up", "syncing/contacts-not-syncing#skipped"],
  ])("finds the very place that answers: %s", (question, place) => {
    expect(first(question)).toBe(place);
  });

  it("finds what customers call by another name", () => {
    expect(first("how do I authenticate")).toBe("integrations/connect-your-crm#sign-in");
  });

  it("mends words it does not know, and says what it searched", () => {
    const found = knowledge.search("salesfroce convertd lead");
    expect(found.corrected).toBe("salesforce converted lead");
    expect(knowledge.search("geting a lead").corrected).toBe("getting a lead"); // says little, once it is mended
    expect(found.passages[0]?.passage.anchor).toBe("salesforce-refuses-converted-leads");
  });

  it("mends no word that it knows in another form, no customer's word and no number", () => {
    expect(knowledge.search("qualifies authenticating 2024").corrected).toBeNull();
  });

  it("takes a letter that is doubled in the wrong place for one mistake", () => {
    expect(knowledge.search("the refferers").corrected).toBe("the referrers");
  });

  it("takes the beginning of a word for the word", () => {
    expect(knowledge.search("servicet").corrected).toBe("servicetitan");
  });

  it("finds what stands in quotation marks word for word or not at all", () => {
    expect(first("“cannot reference converted lead”")).toBe(
      "syncing/contacts-not-syncing#salesforce-refuses-converted-leads",
    );
    expect(first('"reference a converted lead"')).toBeNull();
    expect(first('"reference a converted lead"', { exactQuotes: false })).toBe(
      "syncing/contacts-not-syncing#salesforce-refuses-converted-leads",
    );
  });

  it("knows a compound written apart, together or with a hyphen, and a version or code as a whole", () => {
    const codes = createKnowledge({
      version: 1,
      glossary: [],
      articles: [
        sampleArticle("syncing/mail", "Mail", { "": prose("An email address is needed.") }),
        sampleArticle("syncing/in", "Signing in", { "": prose("Sign in with a password.") }),
        sampleArticle("syncing/page", "Pages", { "": prose("The sign-in page has two fields, and says so.") }),
        sampleArticle("syncing/old", "Release 8.5.6", { "": prose("Release 8.5.6 mends CVE-2015-0235.") }),
        sampleArticle("syncing/new", "Release 8.5.7", { "": prose("Release 8.5.7 mends 8 more, and 5 besides.") }),
      ],
    });
    const firstOf = (text: string) => codes.search(text).passages[0]?.passage.article.id;
    expect(firstOf("email address")).toBe("syncing/mail");
    expect(firstOf("e-mail address")).toBe("syncing/mail");
    expect(firstOf("sign-in with password")).toBe("syncing/in");
    expect(firstOf("sign-in fields")).toBe("syncing/page");
    expect(firstOf("what is new in 8.5.7")).toBe("syncing/new");
    expect(firstOf("8.5.6 or later")).toBe("syncing/old");
    expect(firstOf("CVE-2015-0235")).toBe("syncing/old");
  });

  it("finds words in scripts that write no spaces", () => {
    const japanese = createKnowledge({
      version: 1,
      glossary: [],
      articles: [
        sampleArticle("syncing/a", "連絡先が同期されない", { "": prose("既存の連絡先は更新されません。") }),
        sampleArticle("syncing/b", "請求書の支払い", { "": prose("請求書はここで支払います。") }),
      ],
    });
    expect(japanese.search("連絡先の更新").passages[0]?.passage.article.id).toBe("syncing/a");
    expect(japanese.search("支払い").passages[0]?.passage.article.id).toBe("syncing/b");
  });

  it("keeps to a topic and an integration", () => {
    const topics = knowledge
      .search("salesforce", { topic: "qualifying" })
      .passages.map(({ passage }) => passage.article.topic);
    expect(new Set(topics)).toEqual(new Set(["qualifying"]));
    const articles = knowledge
      .search("CRM", { integration: "servicetitan" })
      .passages.map(({ passage }) => passage.article.id);
    expect(new Set(articles)).toEqual(new Set(["integrations/connect-your-crm"]));
    expect(first("salesforce", { topic: "no-such-topic" })).toBeNull();
  });

  it("puts the open article first where several answer", () => {
    expect(first("setting", { articleId: "syncing/contacts-not-syncing" })).toMatch(/^syncing/);
    expect(first("save", { articleId: "integrations/connect-your-crm" })).toBe("integrations/connect-your-crm#save");
  });

  it("puts the section that is being read before others of its article", () => {
    const articleId = "qualifying/qualify-referrals";
    const inSection = (section: string) => first("choose the stage that means success", { articleId, section });
    expect(inSection("by-deal-stage-in-hubspot")).toBe(`${articleId}#by-deal-stage-in-hubspot`);
    expect(inSection("by-deal-stage-in-salesforce")).toBe(`${articleId}#by-deal-stage-in-salesforce`);
  });

  it("tells how much of a question a passage covers", () => {
    const all = knowledge.search("tenant id approval").passages[0];
    const half = knowledge.search("tenant id for pizza delivery").passages[0];
    const none = knowledge.search("pizza delivery").passages;
    expect(all?.features.cover).toBe(1);
    expect(half?.features.cover).toBeLessThan(0.6);
    expect(none).toEqual([]);
  });

  it.each([
    "",
    "   ",
    "???",
    '"',
    "AND OR NOT",
    "title:x NEAR(a b) *",
    "'; DROP TABLE x; --",
    "a".repeat(500),
    "日本語",
    "\u0000",
  ])("takes any text for a search: %j", (text) => {
    expect(() => knowledge.search(text)).not.toThrow();
  });
});
