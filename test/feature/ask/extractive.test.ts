import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { answers } from "#db/schema/ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { ask, askStreaming, postAsk, readStream } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const { app, db } = await openTestHub({ knowledge: sampleKnowledge });

const textOf = ({ sentences }: { sentences: { text: string }[] }) => sentences.map(({ text }) => text).join("\n");

describe("an answer without a model", () => {
  it("is the articles' own words, each cited to the section that says it", async () => {
    const answer = await ask(app, { question: "How long does the approval of my Tenant ID take?" });
    expect(answer).toMatchObject({ verdict: "answered", mode: "extractive", nearest: [] });
    expect(textOf(answer)).toContain("The Referral Factory team approves it, which takes 1–2 business days.");
    const cited = answer.sources.find(({ n }) => n === answer.sentences[0]?.citations[0]);
    expect(cited?.url).toBe("/articles/integrations/connect-your-crm/#servicetitan-connects-differently");
  });

  it("streams sources first, then sentences, then how it ended", async () => {
    const { names, sources, sentences, done } = readStream(
      await askStreaming(app, { question: "What is a converted lead?" }),
    );
    expect(names).toEqual(["sources", ...sentences.map(() => "sentence"), "done"]);
    expect(sources[0]?.articleId).toBe("syncing/contacts-not-syncing");
    expect(done?.verdict).toBe("answered");
  });

  it("gives all the steps in their order to who asks how", async () => {
    const answer = await ask(app, { question: "How do I connect my CRM?" });
    expect(answer.sentences.map(({ text }) => text.slice(0, 12))).toEqual([
      "1. Open the ",
      "2. Sign in t",
      "3. Save the ",
    ]);
  });

  it("gives cause, fix and how to tell for a symptom", async () => {
    const answer = await ask(app, { question: "No sign-in window opens" });
    expect(answer.sentences.map(({ text }) => text)).toEqual([
      "Your browser blocks pop-up windows.",
      "Allow pop-up windows for this page and press Connect again.",
      "It worked when you see this:",
      "The sign-in page of your CRM opens.",
    ]);
    expect(answer.sentences.map(({ citations }) => citations.length)).toEqual([1, 1, 0, 1]);
    expect(answer.sources[0]?.url).toBe("/articles/integrations/connect-your-crm/#no-sign-in-window");
  });

  it("says in the first sentence that something is not in the articles", async () => {
    const answer = await ask(app, { question: "Can I pay my invoice with Bitcoin?" });
    expect(answer).toMatchObject({ verdict: "unanswered", sources: [] });
    expect(answer.sentences[0]).toEqual({ text: "That was not found in the articles.", citations: [] });
  });

  it("says first that no article names the version or code that is asked about", async () => {
    const answer = await ask(app, { question: "cannot reference converted lead 8.5.7" });
    expect(answer.verdict).toBe("partial");
    expect(answer.sentences[0]).toEqual({
      text: "Not in these articles: 8.5.7. This is what comes nearest.",
      citations: [],
    });
  });

  it("names what comes nearest where it can answer a part at most", async () => {
    const answer = await ask(app, { question: "Does the Tenant ID approval include gold membership discounts?" });
    expect(answer.verdict).not.toBe("answered");
    expect(answer.nearest.length + answer.sources.length).toBeGreaterThan(0);
  });

  it("quotes the sections that come nearest, in few words", async () => {
    const { nearest } = await ask(app, { question: "Can I pay for the Tenant ID with Bitcoin?" });
    const said = nearest[0]?.excerpt;
    expect(said).toMatch(/^There is no sign-in window for ServiceTitan\. .* …$/);
    expect(said?.length).toBeLessThanOrEqual(162);
  });

  it("is not sought for a greeting, nor for who wants a person", async () => {
    expect(textOf(await ask(app, { question: "Hello!" }))).toMatch(/^Hello\. Ask about/);
    expect(textOf(await ask(app, { question: "I want to talk to a person" }))).toMatch(/^A person can take this over/);
  });

  it("keeps the thread: a follow-up is about the question before it", async () => {
    const first = await ask(app, { question: "How does a referral qualify by deal stage in HubSpot?" });
    const second = await ask(app, { question: "and for Salesforce?", thread: first.thread });
    expect(second.thread).toBe(first.thread);
    expect(second.sources[0]?.section).toBe("by-deal-stage-in-salesforce");
    const alone = await ask(app, { question: "and for Salesforce?", thread: "a-thread-of-somebody-else" });
    expect(alone.thread).not.toBe("a-thread-of-somebody-else");
  });

  it("prefers the article that is open", async () => {
    const answer = await ask(app, { question: "What about a setting?", articleId: "syncing/contacts-not-syncing" });
    expect(answer.sources[0]?.articleId).toBe("syncing/contacts-not-syncing");
  });
});

describe("what is kept of an answer", () => {
  it("is the question without addresses and long numbers, the sentences and the verdict; the thread only as a hash", async () => {
    const answer = await ask(app, { question: "Is jane@example.com with Tenant ID 12345678 approved?" });
    const [row] = await db.select().from(answers).where(eq(answers.id, answer.answerId));
    expect(row).toMatchObject({
      question: "Is [address] with Tenant ID [number] approved?",
      questionKey: "is [address] with tenant id [number] approved?",
      verdict: answer.verdict,
      sentences: answer.sentences,
      visitorKey: null,
    });
    expect(row?.threadId).not.toBe(answer.thread);
  });

  it.each([
    ["several questions", "How do I connect the CRM of jane@example.com, and what is a converted lead?", "[address]"],
    ["what is lacking", "cannot reference converted lead 12.345.678", "[number]"],
  ])("is no address or long number either where the answer repeats %s", async (_, question, kept) => {
    const answer = await ask(app, { question });
    expect(textOf(answer)).toMatch(/jane@example\.com|12\.345\.678/);
    const [row] = await db.select().from(answers).where(eq(answers.id, answer.answerId));
    expect(JSON.stringify(row)).not.toMatch(/jane@example\.com|12\.345\.678/);
    expect(textOf({ sentences: row?.sentences ?? [] })).toContain(kept);
  });

  it("takes a vote, and another one in its place", async () => {
    const { answerId } = await ask(app, { question: "What is a converted lead?" });
    const vote = (body: object) => app.request(`/api/answers/${answerId}/vote`, withJson("POST", body));
    expect((await vote({ helped: false, reason: "incomplete" })).status).toBe(204);
    expect((await vote({ helped: true })).status).toBe(204);
    const [row] = await db.select().from(answers).where(eq(answers.id, answerId));
    expect(row).toMatchObject({ helped: true, reason: null });
  });

  it("takes no vote for an answer that is not there", async () => {
    const response = await app.request("/api/answers/ans_none/vote", withJson("POST", { helped: true }));
    expect(response.status).toBe(404);
  });
});

describe("a question that cannot be taken", () => {
  it.each([
    ["without a question", {}, 400, "question"],
    ["with a question that is too long", { question: "x".repeat(501) }, 400, "question"],
    ["with an article id of the wrong form", { question: "What?", articleId: "../etc" }, 400, "articleId"],
  ])("is refused %s, with the field", async (_, body, status, field) => {
    const response = await postAsk(app, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });

  it("is refused for an article that does not exist", async () => {
    expect((await postAsk(app, { question: "What is this?", articleId: "integrations/gone" })).status).toBe(404);
  });
});

it("says of itself that answers stay on this hub", async () => {
  const response = await app.request("/api/ask/about");
  expect(await response.json()).toEqual({ mode: "extractive", provider: null, staysHere: true });
});
