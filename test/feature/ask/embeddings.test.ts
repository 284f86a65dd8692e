import { eq, lt } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Knowledge } from "#content/knowledge.ts";
import { answers } from "#db/schema/ask.ts";
import { embeddings } from "#db/schema/embeddings.ts";
import { limits } from "#db/schema/limits.ts";
import { createApp } from "#server/app.ts";
import { cleanUp } from "#server/clean-up.ts";
import { createLog } from "#server/core/log.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { startEmbeddings } from "#test/fakes/embeddings.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { ask } from "#test/support/ask.ts";
import { until } from "#test/support/wait.ts";
import { openTestHub, type TestHub } from "#test/support/hub.ts";

const server = await startEmbeddings(["folks", "people"], ["vanish", "skipped"], ["pricey", "cost"]);
const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_EMBEDDING_MODEL: "tiny" };
/** "Some people never show up in the CRM … skipped without a word", without a word of it. */
const QUESTION = "Why do folks vanish?";
const PLACE = "/articles/syncing/contacts-not-syncing/#skipped";
const PASSAGES = countPassages(sampleKnowledge);

const hub = await openTestHub({ knowledge: sampleKnowledge, env });
const { db, logged } = hub;
beforeAll(() => finds(hub.app));

beforeEach(async () => {
  server.play("embed");
  await db.delete(embeddings);
  await db.delete(limits);
  for (const list of [server.requests, server.embedded, logged]) list.splice(0);
});

/** Another process over the same database, which starts now; `change` is what it has of its own. */
function start(change: Partial<TestHub["deps"]> = {}): TestHub["app"] {
  const shutdown = new AbortController();
  onTestFinished(() => shutdown.abort());
  return createApp({ ...hub.deps, ...change, shutdown: shutdown.signal });
}

async function nearest(app: TestHub["app"], question = QUESTION): Promise<string | undefined> {
  return (await ask(app, { question })).nearest[0]?.url;
}

/** Asks until the answer is this place: nothing else says that the passages are embedded. */
async function finds(app: TestHub["app"], question = QUESTION, place = PLACE, counted = db): Promise<void> {
  await until(async () => {
    await counted.delete(limits);
    return (await nearest(app, question)) === place;
  });
}

async function judge(app: TestHub["app"], question: string) {
  const { answerId, verdict } = await ask(app, { question });
  const [record] = await db.select().from(answers).where(eq(answers.id, answerId));
  return { verdict, confidence: record?.confidence };
}

const rows = async () => (await db.select().from(embeddings)).length;
const passagesEmbedded = () => server.embedded.filter((text) => text.includes("\n"));

function countPassages(knowledge: Knowledge): number {
  const index = createKnowledge(knowledge);
  return index.passages.length;
}

describe("a question in other words", () => {
  it("finds its passage, and is not found without embeddings", async () => {
    const plain = start({ config: { ...hub.deps.config, embedding: null } });
    expect(await nearest(plain)).toBeUndefined();
    expect(await nearest(hub.app)).toBe(PLACE);
  });

  it("is thought to be answered by its words alone, however near a passage is", async () => {
    const plain = start({ config: { ...hub.deps.config, embedding: null } });
    for (const question of [QUESTION, "Why do folks vanish from the CRM?", "Which deal stage is pricey?"]) {
      const [byWords, byBoth] = [await judge(plain, question), await judge(hub.app, question)];
      expect(byBoth).toEqual(byWords);
    }
  });

  it("is sent once, however often it is asked", async () => {
    const question = "Why did folks vanish again?";
    await nearest(hub.app, question);
    await nearest(hub.app, question);
    expect(server.embedded).toEqual([question]);
  });
});

describe("passages", () => {
  it("are embedded once: a process that starts later reads what is kept", async () => {
    await finds(start());
    expect(await rows()).toBe(PASSAGES);
    server.embedded.splice(0);
    const later = start();
    await finds(later);
    expect(passagesEmbedded()).toEqual([]);
  });

  it("are kept once by two processes that start at the same time", async () => {
    const both = [start(), start()];
    for (const app of both) await finds(app);
    expect(await rows()).toBe(PASSAGES);
    expect(logged).toEqual([]);
  });

  it("of another model are embedded again", async () => {
    await finds(start());
    const { config } = hub.deps;
    const other = start({
      config: { ...config, embedding: config.embedding && { ...config.embedding, name: "other" } },
    });
    await finds(other);
    expect(await rows()).toBe(2 * PASSAGES);
  });

  it("that no build has used for thirty days are deleted, and those in use are not", async () => {
    await finds(start());
    const in31Days = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
    const vector = Buffer.alloc(1024).toString("base64");
    await db.insert(embeddings).values({ key: "gone", vector, usedAt: new Date(), createdAt: new Date() });
    const clock = { now: () => in31Days };
    const later = start({ clock });
    await finds(later);
    expect(await db.select().from(embeddings).where(lt(embeddings.usedAt, in31Days))).toHaveLength(1);
    await cleanUp({ ...hub.deps, clock });
    expect(await rows()).toBe(PASSAGES);
  });
});

it("many passages are embedded in batches, and the log says how many are done", async () => {
  const articles = Array.from({ length: 70 }, (_, at) =>
    sampleArticle(`a/${at}`, `Number ${at}`, { "": prose("Text.") }),
  );
  const index = createKnowledge({ ...sampleKnowledge, articles });
  const lines: string[] = [];
  start({
    knowledge: { current: () => index },
    log: createLog("info", { to: { write: (line) => void lines.push(line) } }),
  });
  await until(() => lines.length === 3);
  expect(server.requests.map(({ input }) => input.length)).toEqual([32, 32, 6]);
  for (const [at, done] of [32, 64, 70].entries()) expect(lines[at]).toContain(`${done} of 70 new passages`);
});

describe("a server that", () => {
  it.each([
    ["is away", { status: 503 }, "HTTP 503"],
    ["wants a key", { status: 401 }, "HTTP 401"],
    ["sends no JSON", { body: "<html>" }, "SyntaxError"],
    ["sends other JSON", { body: '{"data":[{"index":0}]}' }, "without embeddings"],
    ["sends zeros", { body: JSON.stringify({ data: zeros(PASSAGES) }) }, "points nowhere"],
    ["sends half of a batch", "half", `of ${PASSAGES} texts`],
  ] as const)("%s is named in the log, asked again later, and the hub works", async (_, script, said) => {
    server.play(script, "embed");
    const app = start();
    await expect.poll(() => logged.length).toBe(1);
    expect(logged[0]).toContain(said);
    expect((await ask(app, { question: "Who approves my Tenant ID?" })).verdict).toBe("answered");
    await finds(app);
    expect(await rows()).toBe(PASSAGES);
  });

  it("stays away is named in the log once", async () => {
    server.play({ status: 503 });
    start();
    await until(() => server.requests.length > 2);
    expect(logged).toHaveLength(1);
  });

  it("wants to be left alone is left alone for as long", async () => {
    server.play({ status: 429, headers: { "retry-after": "2" } }, "embed");
    const began = performance.now();
    const app = start();
    await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(2);
    expect(performance.now() - began).toBeGreaterThan(1900);
    await finds(app);
  });

  it("has another model under the same name gets all passages again", async () => {
    await finds(start());
    await db.delete(embeddings).where(lt(embeddings.key, "8"));
    server.play({ dimensions: 128 });
    const app = start();
    await finds(app);
    expect(logged.join()).toContain("another length");
    expect(await rows()).toBe(PASSAGES);
  });

  it.each([
    ["hangs", "hang"],
    ["sends vectors of another model", { dimensions: 7 }],
    ["fails", { status: 500 }],
  ] as const)("%s at a question costs a moment, and the passages near in meaning", async (_, script) => {
    const app = start();
    await finds(app);
    server.play(script);
    const began = performance.now();
    expect(await nearest(app, "Why would folks vanish?")).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("fails at a question is not asked the next one at once", async () => {
    const now = new Date();
    const app = start({ clock: { now: () => now } });
    await finds(app);
    server.play({ status: 500 });
    const before = server.requests.length;
    await nearest(app, "Why would folks vanish?");
    await nearest(app, "Why might folks vanish?");
    expect([server.requests.length - before, logged.length]).toEqual([1, 1]);
  });

  it("wants to be left alone at a question is asked none for as long", async () => {
    let now = new Date();
    const app = start({ clock: { now: () => now } });
    await finds(app);
    server.play({ status: 429, headers: { "retry-after": "30" } });
    const before = server.requests.length;
    const asked: number[] = [];
    for (const seconds of [0, 10, 10, 11]) {
      now = new Date(now.getTime() + seconds * 1000);
      await nearest(app, "Why would folks vanish?");
      asked.push(server.requests.length - before);
    }
    expect(asked).toEqual([1, 1, 1, 2]);
  });

  it("is asked by a process that stops is not waited for", async () => {
    server.play("hang");
    const shutdown = new AbortController();
    createApp({ ...hub.deps, shutdown: shutdown.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    shutdown.abort();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([server.requests.length, logged]).toEqual([1, []]);
  });
});

it("a new build has embedded what is new in it", async () => {
  const own = await openTestHub({ knowledge: sampleKnowledge, env });
  await finds(own.app, QUESTION, PLACE, own.db);
  server.embedded.splice(0);
  const billing = sampleArticle("billing/fees", "Fees", { "": prose("Each referral has a cost of two dollars.") });
  const knowledge = { ...sampleKnowledge, articles: [...sampleKnowledge.articles, billing] };
  await writeBuild(own.deps.config.buildsDir, "second", {}, { knowledge });
  await finds(own.app, "Is it pricey?", "/articles/billing/fees/", own.db);
  expect(passagesEmbedded()).toEqual(["Fees\nEach referral has a cost of two dollars."]);
});

it("the hub says who reads the questions", async () => {
  const elsewhere = await openTestHub({
    env: {
      OPENAI_API_KEY: "sk-12345678",
      OPENAI_BASE_URL: "https://models.example.com",
      OPENAI_EMBEDDING_MODEL: "tiny",
    },
  });
  const about = await (await elsewhere.app.request("/api/ask/about")).json();
  expect(about).toEqual({ mode: "extractive", provider: "models.example.com", staysHere: false });
  const privacy = await (await elsewhere.app.request("/privacy/")).text();
  expect(privacy).toContain("as you typed it, to models.example.com (model tiny)");
  expect(privacy).not.toContain("does not leave this hub");
  expect(await (await elsewhere.app.request("/ask/")).text()).toContain("Questions are read by models.example.com");
});

function zeros(count: number) {
  return Array.from({ length: count }, (_, index) => ({ index, embedding: [0, 0] }));
}
