import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { limits } from "#db/schema/limits.ts";
import { listAnswers } from "#server/features/desk/list-answers.ts";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask, postAsk } from "#test/support/ask.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { caller } from "#test/support/staff.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" };
const hub = await openTestHub({ knowledge: sampleKnowledge, env });
const { app, db } = hub;
const cookie = await signInAdmin(hub);
const QUESTION = "How long does the approval of my Tenant ID take?";
const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";
beforeEach(async () => {
  await db.delete(answers);
  await db.delete(limits);
  model.play({ say: GOOD });
});

const send = (method: string, path: string, body?: unknown, as = cookie) =>
  caller(hub)(method, `/desk/answers${path}`, as, body);
const read = async (path: string) => (await send("GET", path)).json();
const replay = (id: string, body: object = { mode: "extractive" }, as = cookie) =>
  send("POST", `/${id}/replay`, body, as);

async function put(id: string, change: Partial<typeof answers.$inferInsert> = {}): Promise<void> {
  const words = {
    question: "Which CRMs?",
    questionKey: "which crms?",
    verdict: "answered",
    mode: "extractive",
  } as const;
  const at = new Date("2026-11-20T08:00:00.000Z");
  await db.insert(answers).values({ id, threadId: id, ...words, sentences: [], sources: [], createdAt: at, ...change });
}

describe("the list of answers", () => {
  it("has the newest first, with what readers thought of them, and filters by verdict, thumb and words", async () => {
    const { answerId } = await ask(app, { question: QUESTION });
    await put("old", { helped: false, reason: "outdated", verdict: "partial", question: "Is it 100% free?" });
    const all = await read("");
    expect(all.answers.map(({ id }: { id: string }) => id)).toEqual([answerId, "old"]);
    expect(all.answers[1]).toMatchObject({ helped: false, reason: "outdated", stopped: false, cached: false });
    const ids = async (query: string) => (await read(query)).answers.map(({ id }: { id: string }) => id);
    expect(await ids("?helped=no")).toEqual(["old"]);
    expect(await ids("?helped=yes")).toEqual([]);
    expect(await ids("?verdict=answered")).toEqual([answerId]);
    expect(await ids("?q=TENANT%20id")).toEqual([answerId]);
    expect(await ids("?q=0%25%20free")).toEqual(["old"]);
  });

  it("goes through every answer once, also where many were given in one moment", async () => {
    for (let n = 0; n < 70; n++) await put(`page-${String(n).padStart(2, "0")}`);
    const first = await listAnswers(db, {});
    const second = await listAnswers(db, { cursor: first.next ?? "" });
    expect([first.answers.length, second.answers.length, second.next]).toEqual([50, 20, null]);
    expect(new Set([...first.answers, ...second.answers].map(({ id }) => id)).size).toBe(70);
    expect((await send("GET", "?cursor=nonsense")).status).toBe(400);
  });
});

describe("an answer at the desk", () => {
  it("shows what was looked for, found and written, and the questions of its thread", async () => {
    const { answerId, thread } = await ask(app, { question: QUESTION, articleId: "integrations/connect-your-crm" });
    const next = await ask(app, { question: "and for Salesforce?", thread });
    expect(await read(`/${answerId}`)).toMatchObject({
      question: QUESTION,
      lookedFor: QUESTION,
      verdict: "answered",
      mode: "model",
      model: "tiny",
      article: { title: "Connect your CRM", url: "/articles/integrations/connect-your-crm/" },
      sentences: [{ text: GOOD.replace(" [1]", ""), citations: [1] }],
      knowledgeVersion: hub.deps.knowledge.current().version,
      thread: [{ id: answerId, question: QUESTION }, { id: next.answerId }],
    });
  });

  it("says which of its articles have changed since, and which are gone", async () => {
    const { answerId } = await ask(app, { question: QUESTION });
    const [row] = await db.select().from(answers).where(eq(answers.id, answerId));
    const [first] = row?.passages ?? [];
    const passages = [
      first!,
      { ...first!, contentHash: "ffff456789abcdef" },
      { ...first!, articleId: "integrations/removed" },
    ];
    await db.update(answers).set({ passages }).where(eq(answers.id, answerId));
    const { passages: shown } = await read(`/${answerId}`);
    expect(shown.map(({ now }: { now: string }) => now)).toEqual(["same", "changed", "gone"]);
  });

  it("from before such records were kept shows what there is", async () => {
    await put("old");
    expect(await read("/old")).toMatchObject({ lookedFor: null, passages: [], checks: [], usage: null, wholeMs: null });
  });

  it("that is not kept any more is not found, also to replay", async () => {
    expect([(await send("GET", "/ans_gone")).status, (await replay("ans_gone")).status]).toEqual([404, 404]);
  });
});

describe("a replay", () => {
  it("answers the recorded question again, in the articles' own words, and leaves no record", async () => {
    const { answerId } = await ask(app, { question: QUESTION });
    model.requests.splice(0);
    const again = await (await replay(answerId)).json();
    expect(again).toMatchObject({ verdict: "answered", mode: "extractive", model: null, lookedFor: QUESTION });
    expect(JSON.stringify(again.sentences)).toContain("which takes 1–2 business days");
    expect(again.passages[0].n).toBe(1);
    expect(model.requests).toEqual([]);
    expect(await db.$count(answers)).toBe(1);
  });

  it("of a follow-up has the questions before it, and not those after it", async () => {
    const { thread } = await ask(app, { question: "How does a referral qualify by deal stage in HubSpot?" });
    const { answerId } = await ask(app, { question: "and for Salesforce?", thread });
    await ask(app, { question: "Can I pay my invoice with Bitcoin?", thread });
    const again = await (await replay(answerId)).json();
    expect(again.lookedFor).toBe("How does a referral qualify by deal stage in Salesforce?");
  });

  it("asks as the reader did: in the section and the languages of then, whatever staff read", async () => {
    const german = sampleArticle("de/tenant", "Tenant ID", { "": prose("Tenant ID: 1–2 business days.") });
    const own = await openTestHub({
      hub: { languages: ["en", "de"] },
      knowledge: {
        ...sampleKnowledge,
        articles: [
          ...sampleKnowledge.articles,
          sampleArticle("en/tenant", "Tenant ID", { "": prose("Tenant ID: 1–2 business days.") }),
          german,
        ],
        translations: [{ ...german, language: "de", title: "Tenant-ID", url: "/de/articles/de/tenant/" }],
      },
    });
    const sent = { question: "tenant id business days", articleId: "de/tenant", section: "a-section" };
    const answer = Answer.parse(await (await postAsk(own.app, sent, { language: "de" })).json());
    const [row] = await own.db.select().from(answers);
    expect(row).toMatchObject({ section: "a-section", language: "de", languages: ["de"] });
    const headers = {
      cookie: await signInAdmin(own),
      origin: own.deps.config.publicUrl,
      "accept-language": "en",
    };
    const replayOf = async (id: string) => {
      const path = `/api/desk/answers/${id}/replay`;
      return (await own.app.request(path, withJson("POST", { mode: "extractive" }, headers))).json();
    };
    expect((await replayOf(answer.answerId)).sources).toEqual(answer.sources);
    await own.db.update(answers).set({ section: null, language: null, languages: null });
    expect((await replayOf(answer.answerId)).sources).not.toEqual(answer.sources);
  });

  it("by the model, where that is asked for, takes from the hub's budget and from that of who asks", async () => {
    const { answerId } = await ask(app, { question: QUESTION });
    await db.delete(limits);
    model.requests.splice(0);
    expect(await (await replay(answerId, { mode: "model" })).json()).toMatchObject({ mode: "model", model: "tiny" });
    expect(model.requests).toHaveLength(1);
    const keys = (await db.select({ key: limits.key }).from(limits)).map(({ key }) => key.replace(/-[^-]*$/, ""));
    expect(keys.sort()).toEqual(["ask", "ask-model:desk", "ask-tokens", "replay:desk"]);
    expect(await db.$count(answers)).toBe(1);
  });

  it("by a model that the hub has not is refused in words", async () => {
    const plain = await openTestHub({ knowledge: sampleKnowledge });
    const { answerId } = await ask(plain.app, { question: QUESTION });
    const response = await plain.app.request(
      `/api/desk/answers/${answerId}/replay`,
      withJson("POST", { mode: "model" }, { cookie: await signInAdmin(plain), origin: plain.deps.config.publicUrl }),
    );
    expect([response.status, (await response.json()).detail]).toEqual([
      422,
      "This hub has no model. Replay it without one.",
    ]);
  });

  it("is held back above thirty a minute", async () => {
    await put("one", { question: "Hello" });
    const statuses = (await Promise.all(Array.from({ length: 40 }, () => replay("one")))).map(({ status }) => status);
    // on a busy machine some are given back meanwhile
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30);
    expect(statuses).toContain(429);
  });
});

it("none of it is for who is not signed in", async () => {
  await put("one");
  const asked = [send("GET", "", undefined, ""), send("GET", "/one", undefined, ""), replay("one", {}, "")];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([401, 401, 401]);
});
