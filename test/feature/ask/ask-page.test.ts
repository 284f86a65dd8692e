import { describe, expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app } = await openTestHub({ knowledge: sampleKnowledge });

const open = async (query: Record<string, string>) => {
  const response = await app.request(`/ask/?${new URLSearchParams(query)}`);
  return { status: response.status, page: (await response.text()).replace(/\s+/g, " ") };
};

describe("the ask page, without script", () => {
  it("begins with a form, and says who reads the question", async () => {
    const { page } = await open({});
    expect(page).toContain('<form class="find-again field-row" action="/ask/" method="get">');
    expect(page).toContain("Your question stays on this hub.");
  });

  it("answers with the sentences, their sources and a person", async () => {
    const { page } = await open({ q: "How long does the approval of my Tenant ID take?" });
    expect(page).toContain("Answered from the articles.");
    expect(page).toContain("which takes 1–2 business");
    expect(page).toMatch(
      /<a class="cite" href="\/articles\/integrations\/connect-your-crm\/#servicetitan-connects-differently"/,
    );
    expect(page).toContain('href="/contact/?question=How+long');
  });

  it("keeps the thread for a follow-up", async () => {
    const first = await open({ q: "How does a referral qualify by deal stage in HubSpot?" });
    const thread = /name="thread" value="([^"]+)"/.exec(first.page)?.[1] ?? "";
    const second = await open({ q: "and for Salesforce?", thread });
    expect(second.page).toContain("#by-deal-stage-in-salesforce");
  });

  it("says that something is not in the articles, and shows no question as markup", async () => {
    const { page } = await open({ q: "<img src=x> pizza?" });
    expect(page).toContain("<b>That is not in the articles.</b>");
    expect(page).not.toContain("<img");
  });

  it("says what is wrong with a question that is too long", async () => {
    const { status, page } = await open({ q: "x".repeat(501) });
    expect(status).toBe(400);
    expect(page).toContain("q: ");
  });
});
