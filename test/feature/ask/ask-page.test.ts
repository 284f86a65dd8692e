import { describe, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app, db } = await openTestHub({ knowledge: sampleKnowledge });

const read = async (response: Response) => ({
  status: response.status,
  page: (await response.text()).replace(/\s+/g, " "),
});
const open = async (query: Record<string, string>) => read(await app.request(`/ask/?${new URLSearchParams(query)}`));
const send = async (fields: Record<string, string>, path = "/ask/") =>
  read(await app.request(path, { method: "POST", body: new URLSearchParams(fields) }));
const answered = () =>
  db.select({ question: answers.question, helped: answers.helped, reason: answers.reason }).from(answers);

describe("the ask page, without script", () => {
  it("begins with a form, and says who reads the question", async () => {
    const { page } = await open({});
    expect(page).toContain('<form class="find-again field-row" action="/ask/" method="post">');
    expect(page).toContain("Your question stays on this hub.");
  });

  it("takes a question from a link into the form, and neither answers nor counts it", async () => {
    const { page } = await open({ q: "How long does the approval take?", article: "integrations/connect-your-crm" });
    expect(page).toContain('value="How long does the approval take?"');
    expect(page).toContain('name="article" value="integrations/connect-your-crm"');
    expect(await answered()).toEqual([]);
  });

  it("answers with the sentences, their sources and a person", async () => {
    const { page } = await send({ q: "How long does the approval of my Tenant ID take?" });
    expect(page).toContain("From the articles, word for word.");
    expect(page).toContain("which takes 1–2 business");
    expect(page).toMatch(
      /<a class="cite" href="\/articles\/integrations\/connect-your-crm\/#servicetitan-connects-differently"/,
    );
    expect(page).toContain('href="/contact/?question=How+long');
  });

  it("keeps the thread for a follow-up", async () => {
    const first = await send({ q: "How does a referral qualify by deal stage in HubSpot?" });
    const thread = /name="thread" value="([^"]+)"/.exec(first.page)?.[1] ?? "";
    const second = await send({ q: "and for Salesforce?", thread });
    expect(second.page).toContain("#by-deal-stage-in-salesforce");
  });

  it("says that something is not in the articles, and shows no question as markup", async () => {
    const { page } = await send({ q: "<img src=x> pizza?" });
    expect(page).toContain("<b>Not found in the articles.</b>");
    expect(page).not.toContain("<img");
  });

  it("says what is wrong with a question that is too long", async () => {
    const { status, page } = await send({ q: "x".repeat(501) });
    expect(status).toBe(400);
    expect(page).toContain("q: ");
  });

  it("takes a vote, a reason, and another vote", async () => {
    const { page } = await send({ q: "Can I pay with pizza?" });
    const answerId = /name="answerId" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const vote = async (fields: Record<string, string>) => {
      const { page: thanks } = await send({ answerId, ...fields }, "/ask/vote/");
      const row = (await answered()).find(({ question }) => question === "Can I pay with pizza?");
      return { thanks, helped: row?.helped, reason: row?.reason };
    };
    const no = await vote({ helped: "no" });
    expect(no.thanks).toContain("What was wrong with it?");
    expect(no).toMatchObject({ helped: false, reason: null });
    expect(await vote({ helped: "no", reason: "incomplete" })).toMatchObject({ helped: false, reason: "incomplete" });
    expect(await vote({ helped: "yes" })).toMatchObject({ helped: true, reason: null });
  });

  it("keeps what was typed when a question is refused", async () => {
    const refused = await Promise.all(Array.from({ length: 30 }, () => send({ q: "Is anybody there?" })));
    const last = refused.find(({ status }) => status === 429);
    expect(last?.page).toContain("<b>No answer.</b>");
    expect(last?.page).toContain('value="Is anybody there?"');
  });
});
