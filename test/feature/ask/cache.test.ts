import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask, askStreaming, postAsk, STREAMED, readStream } from "#test/support/ask.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny", CACHED_ANSWERS: "100" };
const { app, db, deps } = await openTestHub({ knowledge: sampleKnowledge, env });
const QUESTION = "How long does the approval of my Tenant ID take?";
const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";
beforeEach(() => {
  model.requests.splice(0);
  model.play({ say: GOOD });
});

it("who asks the same gets the same events under an answer of their own, and the model is not asked", async () => {
  const first = readStream(await askStreaming(app, { question: QUESTION }));
  const second = readStream(await askStreaming(app, { question: `  ${QUESTION.toUpperCase()} ` }));
  expect(model.requests).toHaveLength(1);
  expect({ ...second, done: null }).toEqual({ ...first, done: null });
  expect(second.done?.verdict).toBe("answered");
  expect(second.done?.answerId).not.toBe(first.done?.answerId);
  expect(second.done?.thread).not.toBe(first.done?.thread);
  const [row] = await db
    .select()
    .from(answers)
    .where(eq(answers.id, second.done?.answerId ?? ""));
  expect(row).toMatchObject({ cached: true, promptTokens: null, completionTokens: null, mode: "model" });
});

it("a follow-up, and the same question on another page or in another section, are written anew", async () => {
  const { thread } = await ask(app, { question: "What about the Tenant ID approval?" });
  await ask(app, { question: "What about the Tenant ID approval?", thread });
  await ask(app, { question: "What about the Tenant ID approval?", articleId: "integrations/connect-your-crm" });
  const section = "servicetitan-connects-differently";
  await ask(app, {
    question: "What about the Tenant ID approval?",
    articleId: "integrations/connect-your-crm",
    section,
  });
  const completions = model.requests.filter(({ messages }) => messages.at(-1)?.content.includes("Follow-up:"));
  expect([model.requests.length - completions.length, completions.length]).toEqual([4, 1]);
});

it("an answer from an article that has another title now is written anew, though its passages say the same", async () => {
  const id = "integrations/connect-your-crm";
  const serve = async (build: string, title: string) => {
    const articles = sampleKnowledge.articles.map((article) =>
      article.id === id ? { ...article, title, contentHash: `of ${title}` } : article,
    );
    await writeBuild(deps.config.buildsDir, build, {}, { knowledge: { ...sampleKnowledge, articles } });
    await expect.poll(() => deps.knowledge.current().articles.get(id)?.title).toBe(title);
  };
  await serve("second", "Connect HubSpot");
  model.play({ say: GOOD });
  await ask(app, { question: QUESTION });
  await ask(app, { question: QUESTION });
  expect(model.requests).toHaveLength(1);
  await serve("third", "Connect Salesforce");
  await ask(app, { question: QUESTION });
  expect(model.requests).toHaveLength(2);
});

it("what was left out, cut short, failed or was stopped is written anew", async () => {
  const question = "Who approves my Tenant ID?";
  model.play({ say: `${GOOD} It is free until 31 March. [1]` });
  expect((await ask(app, { question })).verdict).toBe("partial");
  model.play({ say: `${GOOD} Then`, finish: "length" });
  expect((await ask(app, { question })).verdict).toBe("partial");
  model.play({ cutAfter: `${GOOD} Then` });
  expect((await ask(app, { question })).mode).toBe("extractive");
  model.play({ stallAfter: `${GOOD} Then` });
  const reader = new AbortController();
  const response = await postAsk(app, { question }, { ...STREAMED, signal: reader.signal });
  const body = response.body?.getReader();
  await body?.read();
  await expect.poll(() => model.requests.length).toBe(4);
  reader.abort();
  await body?.cancel().catch(() => {});
  await expect.poll(() => model.open()).toBe(0);
  model.play({ say: GOOD });
  expect(await ask(app, { question })).toMatchObject({ verdict: "answered", mode: "model" });
  expect(model.requests).toHaveLength(5);
});
