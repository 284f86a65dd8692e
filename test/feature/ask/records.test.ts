import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask, postAsk, STREAMED } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" };
const { app, db, deps } = await openTestHub({ knowledge: sampleKnowledge, env });
const QUESTION = "How long does the approval of my Tenant ID take?";
const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";

async function recordOf(answerId: string) {
  const [row] = await db.select().from(answers).where(eq(answers.id, answerId));
  return row!;
}

describe("what is kept of an answer", () => {
  it("is what was looked for, what was found there in which version, who wrote, and how long it took", async () => {
    model.play({ say: GOOD });
    const record = await recordOf((await ask(app, { question: QUESTION })).answerId);
    expect(record).toMatchObject({ lookedFor: QUESTION, mode: "model", model: "tiny", stopped: false, cached: false });
    expect(record.knowledgeVersion).toBe(deps.knowledge.current().version);
    expect(record.passages?.[0]).toMatchObject({
      n: 1,
      articleId: "integrations/connect-your-crm",
      section: "servicetitan-connects-differently",
      title: "Connect your CRM › ServiceTitan connects differently",
      contentHash: "0123456789abcdef",
      score: expect.any(Number),
    });
    expect(record.firstMs).toBeGreaterThan(0);
    expect(record.wholeMs).toBeGreaterThanOrEqual(record.firstMs ?? Infinity);
  });

  it("is what was near, where the articles do not answer", async () => {
    const record = await recordOf(
      (await ask(app, { question: "Can I pay for my Tenant ID in Bitcoin or gold?" })).answerId,
    );
    expect(record).toMatchObject({ verdict: "unanswered", mode: "extractive", model: null });
    expect(record.passages?.length).toBeGreaterThan(0);
    expect(record.passages?.every(({ n }) => n === null)).toBe(true);
  });

  it("is a follow-up as it was made whole, without addresses and long numbers", async () => {
    model.play({ say: "In HubSpot, choose the deal stage that means success. [1]" });
    const first = await ask(app, {
      question: "How does a referral of jane@example.com qualify by deal stage in HubSpot?",
    });
    const second = await ask(app, { question: "and for Salesforce?", thread: first.thread });
    expect(await recordOf(second.answerId)).toMatchObject({
      question: "and for Salesforce?",
      lookedFor: "How does a referral of [address] qualify by deal stage in Salesforce?",
    });
  });

  it("is counted with the same question, whichever way its accents are written", async () => {
    for (const form of ["NFC", "NFD"]) {
      const question = "Führt es zu Straßen  in Zürich?".normalize(form);
      const record = await recordOf((await ask(app, { question })).answerId);
      expect(record.questionKey, form).toBe("führt es zu straßen in zürich?".normalize("NFC"));
    }
  });

  it("says nothing of passages for a greeting", async () => {
    const record = await recordOf((await ask(app, { question: "Hello" })).answerId);
    expect(record).toMatchObject({ passages: [], sources: [], confidence: null });
  });
});

describe("a thread", () => {
  it("holds thirty questions; the next one begins a new one, and is told so", async () => {
    const { thread, answerId } = await ask(app, { question: "Hello" });
    const row = await recordOf(answerId);
    const more = Array.from({ length: 28 }, (_, at) => ({ ...row, id: `${row.id}-${at}` }));
    await db.insert(answers).values(more);
    const thirtieth = await ask(app, { question: "Hello", thread });
    expect(thirtieth.thread).toBe(thread);
    const refused = await postAsk(app, { question: "Hello", thread });
    expect(refused.status).toBe(409);
    const problem = await refused.json();
    expect(problem).toMatchObject({ code: "thread_full" });
    expect(problem.detail).toContain("Begin a new question");
    expect((await ask(app, { question: "Hello" })).thread).not.toBe(thread);
  });

  it("that is full gives who has no script the form again, with what was typed and without the thread", async () => {
    const { thread, answerId } = await ask(app, { question: "Hello" });
    const row = await recordOf(answerId);
    await db.insert(answers).values(Array.from({ length: 29 }, (_, at) => ({ ...row, id: `${row.id}-${at}` })));
    const form = new URLSearchParams({ q: 'A "31st" question', thread });
    const response = await app.request("/ask/", { method: "POST", body: form });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain("Begin a new question");
    expect(page).toContain('value="A &quot;31st&quot; question"');
    expect(page).not.toContain(thread);
  });

  it("is as full for who reads events: no stream begins", async () => {
    const { thread, answerId } = await ask(app, { question: "Hello" });
    const row = await recordOf(answerId);
    await db.insert(answers).values(Array.from({ length: 29 }, (_, at) => ({ ...row, id: `${row.id}-${at}` })));
    const refused = await postAsk(app, { question: "Hello", thread }, STREAMED);
    expect([refused.status, refused.headers.get("content-type")]).toEqual([409, "application/problem+json"]);
  });
});
