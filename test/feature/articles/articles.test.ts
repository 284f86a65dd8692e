import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { articleVersions } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { ArticleDetail, ArticleList } from "#server/features/articles/articles.schema.ts";
import { noteBuild } from "#server/features/articles/follow-builds.ts";
import { castVote } from "#server/features/feedback/cast-vote.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { until } from "#test/support/wait.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

let now = new Date("2026-11-23T09:00:00Z");
const env = { SMTP_URL: "smtp://127.0.0.1:1" };
const edit = { url: "https://git.example.com/help/edit/main/", forReaders: false };
const hub = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now }, env, hub: { edit } });
const { app, db, deps } = hub;
const CONNECT = "integrations/connect-your-crm";
const SYNC = "syncing/contacts-not-syncing";
const QUALIFY = "qualifying/qualify-referrals";
const FIRST = "0123456789abcdef";
let admin = "";

const origin = "http://localhost:4321";
const read = async <T>(path: string, cookie = admin) =>
  (await (await app.request(`/api/desk/articles${path}`, { headers: { cookie, origin } })).json()) as T;
const list = (query = "") => read<ArticleList>(query);
const detail = (id: string, cookie = admin) => read<ArticleDetail>(`/${id}`, cookie);
const change = (id: string, body: object, cookie = admin) =>
  app.request(`/api/desk/articles/${id}`, withJson("PATCH", body, { cookie, origin }));
const versionOf = async (id: string) => (await detail(id)).work.version;
const set = async (id: string, body: object) => {
  const response = await change(id, { version: await versionOf(id), ...body });
  expect(response.status).toBe(200);
};

let visitors = 0;
const vote = (articleId: string, answered: boolean, more: object = {}) => {
  const n = ++visitors;
  const voter = { ipKey: `10.0.${n >> 8}.${n & 255}`, ensureId: () => `visitor-${n}` };
  return castVote(deps, voter, { articleId, answered, ...more });
};

/** Another build, in which one article says something else. */
async function build(name: string, articleId: string, contentHash: string): Promise<void> {
  const articles = deps.knowledge.current().articles.values();
  const changed = [...articles].map((article) => (article.id === articleId ? { ...article, contentHash } : article));
  await writeBuild(deps.config.buildsDir, name, {}, { knowledge: { ...sampleKnowledge, articles: changed } });
  await until(() => deps.knowledge.current().articles.get(articleId)?.contentHash === contentHash);
  await noteBuild(deps);
}

beforeAll(async () => {
  admin = await signInAdmin(hub);
  await noteBuild(deps);
});

test("articles are listed by the harm they do, with the parts that it is made of", async () => {
  for (let n = 0; n < 12; n++) await vote(SYNC, n > 7, { ...(n < 3 && { reason: "missing" }) });
  for (let n = 0; n < 3; n++) await vote(CONNECT, true);
  const day = "2026-11-22";
  const of = { contentHash: FIRST, day };
  await db.insert(signals).values([
    { ...of, articleId: SYNC, kind: "view", stepId: "", count: 60 },
    { ...of, articleId: CONNECT, kind: "view", stepId: "", count: 400 },
    { ...of, articleId: CONNECT, kind: "step_done", stepId: "save", count: 4 },
    { ...of, articleId: CONNECT, kind: "step_failed", stepId: "save", count: 3 },
    { ...of, articleId: CONNECT, kind: "step_failed", stepId: "renamed", count: 1 },
    // an earlier version, and too long ago: neither counts
    { ...of, articleId: QUALIFY, kind: "step_failed", stepId: "old", contentHash: "fedcba9876543210", count: 90 },
    { ...of, articleId: QUALIFY, kind: "step_failed", stepId: "old", day: "2026-10-20", count: 90 },
  ]);
  const { articles, counts } = await list();
  expect(articles.map(({ id }) => id)).toEqual([CONNECT, SYNC]);
  expect(articles[0]?.parts).toEqual({
    views: 400,
    votes: { hits: 0, of: 3 },
    steps: { hits: 4, of: 8 },
    answers: 0,
    cases: 0,
  });
  expect(articles[1]?.parts).toMatchObject({ views: 60, votes: { hits: 8, of: 12 } });
  // Wilson's lower bound of 8 in 12 is .391
  expect(articles[1]?.score.harm).toBeCloseTo(60 * 0.3906, 1);
  expect(counts).toMatchObject({ worst: 2, to_look_at: 2, in_work: 0, mine: 0 });
  expect((await list("?q=SIX+ways")).articles.map(({ id }) => id)).toEqual([QUALIFY]);
});

test("answers and cases count against the article, each once, since its version is served", async () => {
  const at = new Date("2026-11-23T10:00:00Z");
  const answer = { threadId: "t", questionKey: "q", mode: "extractive" as const, sentences: [], createdAt: at };
  const cites = (articleId: string) => [{ n: 1, articleId, section: "", title: "T", url: "/" }];
  const answered = { ...answer, verdict: "answered" as const };
  const none = { ...answer, verdict: "unanswered" as const };
  await db.insert(answers).values([
    { ...none, id: "a1", question: "Where is it?", sources: [], articleId: QUALIFY, helped: false },
    { ...none, id: "a2", question: "Stopped?", sources: [], articleId: QUALIFY, stopped: true },
    { ...answered, id: "a3", question: "How?", sources: cites(QUALIFY), articleId: CONNECT, helped: false },
    { ...answered, id: "a4", question: "Good?", sources: cites(QUALIFY), helped: true },
    {
      ...none,
      id: "a5",
      question: "Before?",
      sources: [],
      articleId: QUALIFY,
      createdAt: new Date("2026-11-23T08:59:00Z"),
    },
  ]);
  const sent = {
    receiptExpiresAt: at,
    email: "c@example.com",
    message: "It\nfails.",
    trail: [],
    state: "new" as const,
  };
  const times = { version: 1, createdAt: at, updatedAt: at };
  await db.insert(escalations).values([
    { ...sent, ...times, id: "e1", reference: "R1", receiptHash: "1", articleId: QUALIFY },
    { ...sent, ...times, id: "e2", reference: "R2", receiptHash: "2", articleId: null, subject: "A subject" },
  ]);
  const mark = { articleId: QUALIFY, staffId: "s", createdAt: at };
  await db.insert(caseArticles).values([
    { ...mark, escalationId: "e1", how: "should_have" },
    { ...mark, escalationId: "e2", how: "should_have" },
    { ...mark, escalationId: "e2", how: "answered_with" },
  ]);
  const { parts, evidence, weeks } = await detail(QUALIFY);
  expect(parts).toMatchObject({ answers: 2, cases: 2 });
  expect(evidence.answers.map(({ id }) => id).toSorted()).toEqual(["a1", "a3"]);
  expect(evidence.cases).toContainEqual(
    expect.objectContaining({ id: "e2", subject: "A subject", how: "should_have", reference: "R2" }),
  );
  expect(evidence.cases).toContainEqual(expect.objectContaining({ id: "e1", subject: "It fails.", how: "from_it" }));
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toMatchObject({ answers: 3, cases: 2, stepsFailed: 90 });
  const listed = (await list()).articles.find(({ id }) => id === QUALIFY);
  expect(listed?.signs).toEqual(weeks.map((week) => week.votes.hits + week.stepsFailed + week.answers + week.cases));
  expect((await detail(CONNECT)).parts.answers).toBe(1);
});

test("what stands behind the numbers: steps by step, reasons, comments", async () => {
  await vote(SYNC, false, { reason: "missing", comment: "<b>Step 3?</b>" });
  const steps = (await detail(CONNECT)).evidence.steps;
  expect(steps).toMatchObject([
    { id: "renamed", title: null, share: { hits: 1, of: 1 } },
    { id: "save", title: "Save the integration", share: { hits: 3, of: 7 } },
  ]);
  const { reasons, comments } = (await detail(SYNC)).evidence;
  expect(reasons).toContainEqual({ reason: "missing", answered: false, count: 4 });
  expect(comments).toMatchObject([{ answered: false, comment: "<b>Step 3?</b>", sameVersion: true }]);
});

describe("what staff do", () => {
  test("is kept with who did it, unless somebody else did something meanwhile", async () => {
    expect((await change(QUALIFY, { version: 0, state: "in_work", owner: "me" })).status).toBe(200);
    const late = await change(QUALIFY, { version: 0, note: "Mine" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ work: { state: "in_work", owner: { name: "Admin" }, version: 1 } });
    await set(QUALIFY, { note: "Ask the CRM team" });
    expect((await detail(QUALIFY)).work).toMatchObject({ state: "in_work", note: "Ask the CRM team", version: 2 });
    expect((await list("?show=mine")).articles.map(({ id }) => id)).toEqual([QUALIFY]);
    const deeds = await db.select().from(audit).where(eq(audit.objectId, QUALIFY));
    expect(deeds.map(({ action }) => action).toSorted()).toEqual(["article.in_work", "article.noted"]);
  });

  test("twenty who begin at once: one has it", async () => {
    const answersOf = await Promise.all(
      Array.from({ length: 20 }, () => change(SYNC, { version: 0, state: "in_work" })),
    );
    expect(answersOf.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answersOf.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test("on an article that there is not is a 404, and a state that there is not a 400", async () => {
    expect((await change("integrations/nothing", { version: 0, state: "in_work" })).status).toBe(404);
    expect((await change(SYNC, { version: 1, state: "lost" })).status).toBe(400);
  });

  test("dismissed, an article is out of sight until it lets down clearly more people", async () => {
    await set(CONNECT, { state: "dismissed" });
    expect((await list()).articles.map(({ id }) => id)).not.toContain(CONNECT);
    const { score } = (await list("?show=dismissed")).articles[0] ?? {};
    await db.insert(signals).values({
      articleId: CONNECT,
      contentHash: FIRST,
      day: "2026-11-23",
      kind: "view",
      stepId: "",
      count: 500,
    });
    expect((await detail(CONNECT)).score.harm).toBeGreaterThan(2 * (score?.harm ?? Infinity));
    expect(await detail(CONNECT)).toMatchObject({ state: "to_look_at", cameBack: true });
    expect((await list("?show=to_look_at")).articles.map(({ id }) => id)).toContain(CONNECT);
  });
});

describe("a fix", () => {
  const mails = async () =>
    (await db.select().from(outbox)).map(({ payload }) => payload as { to: string; text: string });

  test("of an article that has not changed is refused, and waits for the next version when told to", async () => {
    await vote(SYNC, false, { email: "waits@example.com", comment: "Secret words" });
    await vote(SYNC, false, { email: "Waits@example.com" });
    await vote(SYNC, true, { email: "happy@example.com" });
    const refused = await change(SYNC, { version: await versionOf(SYNC), state: "fixed" });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("has not changed since today") });
    await set(SYNC, { state: "fixed", awaitsVersion: true });
    expect(await detail(SYNC)).toMatchObject({
      hasChanged: false,
      waiting: 2,
      work: { state: "in_work", awaitsVersion: true },
    });
    now = new Date(now.getTime() + DAY_MS);
    await noteBuild(deps);
    expect(await mails()).toEqual([]);
  });

  test("is there with the next version, and who left an address is told once, in fixed words", async () => {
    await build("second", SYNC, "aaaaaaaaaaaaaaaa");
    expect((await detail(SYNC)).work).toMatchObject({ state: "fixed", awaitsVersion: false });
    expect((await list("?show=fixed")).articles.map(({ id }) => id)).toEqual([SYNC]);
    await noteBuild(deps);
    const sent = await mails();
    expect(sent.map(({ to }) => to.toLowerCase())).toEqual(["waits@example.com"]);
    expect(sent[0]?.text).toContain(`${deps.config.publicUrl}/articles/${SYNC}/`);
    expect(sent[0]?.text).toContain("This is the only mail about it.");
    expect(sent[0]?.text).not.toContain("Secret words");
    const told = await db.select().from(votes).where(eq(votes.articleId, SYNC));
    expect(told.filter(({ toldAt }) => toldAt !== null)).toHaveLength(2);
  });

  test("is measured: too early to say at first, better when the interval says so", async () => {
    expect((await detail(SYNC)).fix).toMatchObject({
      served: true,
      votes: { says: "too_early", after: { hits: 0, of: 0 } },
    });
    await vote(SYNC, true);
    expect((await detail(SYNC)).fix?.votes.says).toBe("too_early");
    for (let n = 0; n < 20; n++) await vote(SYNC, true);
    const { fix } = await detail(SYNC);
    expect(fix?.votes).toMatchObject({ says: "better", before: { hits: 11, of: 16 }, after: { hits: 0, of: 21 } });
    expect(fix?.votes.difference.high).toBeLessThan(0);
    // a later version is after the fix, too
    await build("third", SYNC, "bbbbbbbbbbbbbbbb");
    await vote(SYNC, false);
    expect((await detail(SYNC)).fix?.votes.after).toEqual({ hits: 1, of: 22 });
  });

  test("of an article that changed while somebody worked on it is there at once; voters since are not told", async () => {
    await vote(QUALIFY, false, { email: "early@example.com" });
    now = new Date(now.getTime() + DAY_MS);
    await build("fourth", QUALIFY, "cccccccccccccccc");
    await vote(QUALIFY, false, { email: "late@example.com" });
    await set(QUALIFY, { state: "fixed" });
    const { work, waiting } = await detail(QUALIFY);
    expect(work).toMatchObject({ state: "fixed", fixedAt: now.toISOString() });
    expect(waiting).toBe(1);
    expect((await mails()).map(({ to }) => to)).toContain("early@example.com");
    expect((await mails()).map(({ to }) => to)).not.toContain("late@example.com");
  });

  test("that is taken back by an older build says so", async () => {
    await build("fifth", QUALIFY, FIRST);
    expect((await detail(QUALIFY)).fix?.served).toBe(false);
  });
});

test("an article is stale when nobody tried it for as long as hub.yaml says, and fresh once somebody has", async () => {
  expect((await list("?show=stale")).articles).toEqual([]);
  now = new Date(now.getTime() + 200 * DAY_MS);
  expect((await list("?show=stale")).counts.stale).toBe(3);
  const articles = sampleKnowledge.articles.map((article) =>
    article.id === CONNECT ? { ...article, verified: now.toISOString().slice(0, 10) } : article,
  );
  await writeBuild(deps.config.buildsDir, "tried", {}, { knowledge: { ...sampleKnowledge, articles } });
  await until(() => deps.knowledge.current().articles.get(CONNECT)?.verified);
  expect((await list("?show=stale")).articles.map(({ id }) => id)).not.toContain(CONNECT);
});

test("who mends an article is led to its file", async () => {
  expect((await detail(CONNECT)).editUrl).toBe(`${edit.url}articles/${CONNECT}.mdx`);
});

test("versions are noted once, when they are first served", async () => {
  const before = await db.select().from(articleVersions);
  await noteBuild(deps);
  expect(await db.select().from(articleVersions)).toEqual(before);
});

test("only staff see it, and a writer sees no cases", async () => {
  expect((await app.request("/api/desk/articles")).status).toBe(401);
  expect((await app.request(`/api/desk/articles/${SYNC}`)).status).toBe(401);
  expect((await change(SYNC, { version: 0, state: "fixed" }, "")).status).toBe(401);
  await db.update(user).set({ role: "writer" });
  expect((await detail(QUALIFY)).evidence.cases).toBeNull();
  expect((await detail(QUALIFY)).parts.cases).toBeTypeOf("number");
});
