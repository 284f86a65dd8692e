import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { webhookAttempts, webhooks } from "#db/schema/api.ts";
import { articleWork } from "#db/schema/articles.ts";
import { audit } from "#db/schema/audit.ts";
import { gaps } from "#db/schema/gaps.ts";
import { outbox } from "#db/schema/outbox.ts";
import { cleanUp } from "#server/clean-up.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { createGuardedFetch } from "#server/core/outbound.ts";
import { openSealer } from "#server/core/seal.ts";
import { closeOnReceipt, replyOnReceipt } from "#server/features/escalation/answer-receipt.ts";
import { openEscalation } from "#server/features/escalation/open-escalation.ts";
import { keepCheck } from "#server/features/integrations/checks/keep-check.ts";
import type { HookDeliveryDetail, HookLog, Webhooks } from "#server/features/webhooks/webhooks.schema.ts";
import { HOOK_EVENT_NAMES, type HookEventName } from "#server/outbox/hooks/hook-events.values.ts";
import { hookBody } from "#server/outbox/hooks/hook-events.ts";
import { startHooks } from "#server/outbox/hooks/start-hooks.ts";
import { wakeCouriers } from "#server/outbox/wake.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startWebhookSink, type WebhookSink } from "#test/fakes/webhook-sink.ts";
import { addConnection } from "#test/support/connected.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { caller } from "#test/support/staff.ts";
import { until } from "#test/support/wait.ts";

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
const hub = await openTestHub({ knowledge: sampleKnowledge, clock });
const { app, db, deps, logged } = hub;
const desk = caller(hub);
const admin = await signInAdmin(hub);
const sealer = openSealer(deps.config);
const CONNECT = "integrations/connect-your-crm";

let sink: WebhookSink;
let stop = async (): Promise<void> => {};
const start = (allow = ["127.0.0.0/8"]) => {
  stop = startHooks({ db, clock, log: deps.log, secrets: [], sealer, fetch: createGuardedFetch(allow) });
};
beforeEach(async () => {
  ahead = 0;
  sink = await startWebhookSink();
});
afterEach(async () => {
  await stop();
  await sink.stop();
  await db.delete(webhooks);
  await db.delete(outbox);
});
const pass = (ms: number) => {
  ahead += ms;
  wakeCouriers();
};

async function add(events: HookEventName[] = [...HOOK_EVENT_NAMES], url = sink.url): Promise<string> {
  const answer = await desk("POST", "/desk/webhooks", admin, { url, events });
  expect(answer.status).toBe(201);
  const { id, secret } = await answer.json();
  sink.secret = secret;
  return id;
}
const list = async () => ((await (await desk("GET", "/desk/webhooks", admin)).json()) as Webhooks).webhooks;
const log = async (id: string) =>
  (await (await desk("GET", `/desk/webhooks/${id}/deliveries`, admin)).json()) as HookLog;
const told = () => sink.deliveries.map(({ body }) => (body as { type: string }).type);
const post = (path: string, body: unknown) =>
  app.request(`/api${path}`, withJson("POST", body, { accept: "application/json" }));
const openCase = async (email = "ada@example.com") => {
  const { receiptUrl, id } = await (await post("/escalations", { email, message: "It does not work." })).json();
  return { id, secret: String(receiptUrl).split("/receipts/")[1]?.replace("/", "") ?? "" };
};

test("a case is told of from its beginning to its end, each event in its released shape and signed", async () => {
  await add();
  start();
  const escalation = openEscalation(deps);
  const { id, secret } = await openCase();
  await desk("POST", `/desk/cases/${id}/replies`, admin, { body: "It is mended.", solve: true });
  await replyOnReceipt(escalation, secret, { body: "It is not.", once: "once000001", files: [] });
  await closeOnReceipt(escalation, secret);
  const { version } = await (await desk("GET", `/desk/cases/${id}`, admin)).json();
  await desk("PATCH", `/desk/cases/${id}`, admin, { version, state: "open" });
  await until(async () => sink.deliveries.length >= 7);
  expect(told().toSorted()).toEqual([
    "case.answered",
    "case.opened",
    "case.reopened",
    "case.reopened",
    "case.replied",
    "case.solved",
    "case.solved",
  ]);
  for (const { body } of sink.deliveries) {
    const { type } = body as { type: HookEventName };
    expect(hookBody(type).parse(body)).toEqual(body);
  }
  expect(sink.forged).toBe(0);
  expect(new Set(sink.deliveries.map(({ id: delivery }) => delivery)).size).toBe(7);
});

test("votes, unanswered questions, gaps and mended articles are told of, without what is private", async () => {
  await add();
  start();
  await post("/votes", {
    articleId: CONNECT,
    answered: false,
    reason: "missing",
    comment: "Where?",
    email: "eve@example.com",
  });
  await post("/ask", { question: "Which brass bands do you sponsor? Mail me at eve@example.com" });
  await db.insert(articleWork).values({
    articleId: CONNECT,
    state: "in_work",
    brokenHash: "0".repeat(16),
    awaitsVersion: false,
    version: 1,
    updatedAt: clock.now(),
  });
  const fixed = await desk("PATCH", `/desk/articles/${CONNECT}`, admin, { version: 1, state: "fixed" });
  expect(fixed.status).toBe(200);
  await until(async () => sink.deliveries.length >= 3);
  expect(told().toSorted()).toEqual(["answer.unanswered", "article.fixed", "vote.cast"]);
  expect(JSON.stringify(sink.deliveries)).not.toContain("eve@example.com");
});

test("a connection that begins to fail is told of once, and a gap as staff decide about it", async () => {
  await add();
  start();
  const { id } = await addConnection(db);
  const failed = { fact: "field:leads:email", title: "What they called it", state: "failed", code: "gone" } as const;
  const results = [{ ...failed, seen: "", todo: null, explained: null }];
  const keep = (check: string, state: "ok" | "failed") =>
    db.transaction((tx) =>
      keepCheck(tx, id, {
        id: check,
        at: clock.now().toISOString(),
        state,
        by: "hub",
        results: state === "ok" ? [] : results,
      }),
    );
  for (const [check, state] of [
    ["chk_1", "failed"],
    ["chk_2", "failed"],
    ["chk_3", "ok"],
    ["chk_4", "failed"],
  ] as const)
    await keep(check, state);
  const now = clock.now();
  const sums = { questions: 1, searches: 0, count: 1, lastAt: now, createdAt: now, version: 1 };
  await db.insert(gaps).values({ id: "gap_1", title: "brass bands", named: false, state: "open", ...sums });
  expect((await desk("PATCH", "/desk/gaps/gap_1", admin, { version: 1, state: "dismissed" })).status).toBeLessThan(300);
  expect((await desk("PATCH", "/desk/gaps/gap_1", admin, { version: 2, state: "open" })).status).toBeLessThan(300);
  await until(async () => sink.deliveries.length >= 4);
  expect(told().toSorted()).toEqual(["check.failed", "check.failed", "gap.closed", "gap.opened"]);
  expect(JSON.stringify(sink.deliveries)).not.toContain("What they called it");
});

test("it hears what it wants, and nothing while it is off", async () => {
  const id = await add(["vote.cast"]);
  start();
  await openCase();
  await post("/votes", { articleId: CONNECT, answered: true });
  await until(async () => sink.deliveries.length === 1);
  expect((await desk("PATCH", `/desk/webhooks/${id}`, admin, { on: false })).status).toBe(204);
  await post("/votes", { articleId: CONNECT, answered: false });
  expect(await db.$count(outbox)).toBe(1);
  expect((await desk("POST", `/desk/webhooks/${id}/test`, admin)).status).toBe(409);
  expect((await desk("PATCH", `/desk/webhooks/${id}`, admin, { on: true, events: ["gap.opened"] })).status).toBe(204);
  expect((await list())[0]).toMatchObject({ on: true, events: ["gap.opened"], waiting: 0, dead: 0 });
  const moved = await desk("PATCH", `/desk/webhooks/${id}`, admin, { url: "ftp://example.com" });
  expect(moved.status).toBe(400);
  expect((await desk("PATCH", `/desk/webhooks/${id}`, admin, { url: `${sink.url}/moved` })).status).toBe(204);
  expect((await list())[0]).toMatchObject({ url: `${sink.url}/moved`, events: ["gap.opened"] });
});

test("its log has every attempt with what was answered; a delivery is sent again under its id", async () => {
  const id = await add();
  sink.answers = [500, 204];
  start();
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => sink.deliveries.length === 1);
  await until(async () => (await log(id)).items[0]?.last?.status === 500);
  pass(60_000);
  await until(async () => (await log(id)).items[0]?.state === "sent");
  const [item] = (await log(id)).items;
  expect(item).toMatchObject({ type: "webhook.test", attempts: 2, last: { status: 204, said: null } });
  const detail = async () =>
    (await (await desk("GET", `/desk/webhooks/${id}/deliveries/${item?.id}`, admin)).json()) as HookDeliveryDetail;
  expect((await detail()).attempts.map(({ status }) => status)).toEqual([204, 500]);
  expect((await detail()).body).toEqual(sink.deliveries[1]?.body);
  expect((await desk("POST", `/desk/webhooks/${id}/deliveries/${item?.id}/replay`, admin)).status).toBe(202);
  await until(async () => sink.deliveries.length === 3);
  expect(new Set(sink.deliveries.map(({ id: delivery }) => delivery))).toEqual(new Set([item?.id]));
  const deeds = await db.select().from(audit).where(eq(audit.objectId, id));
  expect(deeds.map(({ action }) => action)).toEqual(["webhook.made", "webhook.replayed"]);
  const other = await add();
  expect((await desk("GET", `/desk/webhooks/${other}/deliveries/${item?.id}`, admin)).status).toBe(404);
  expect((await desk("POST", `/desk/webhooks/${other}/deliveries/${item?.id}/replay`, admin)).status).toBe(404);
});

test("one that is away holds up no other, is turned off after three days, and says why", async () => {
  const dead = await add(["webhook.test"], "http://127.0.0.1:1/hook");
  const well = await add(["webhook.test"]);
  start();
  await desk("POST", `/desk/webhooks/${dead}/test`, admin);
  await until(async () => (await log(dead)).items[0]?.last !== undefined && (await log(dead)).items[0]?.last !== null);
  await desk("POST", `/desk/webhooks/${well}/test`, admin);
  await until(async () => sink.deliveries.length === 1);
  expect((await list()).find(({ id }) => id === dead)?.failingSince).not.toBeNull();
  await db
    .update(webhooks)
    .set({ failingSince: new Date(Date.now() - 3 * DAY_MS) })
    .where(eq(webhooks.id, dead));
  pass(DAY_MS);
  await until(async () => (await list()).find(({ id }) => id === dead)?.on === false);
  expect((await list()).find(({ id }) => id === dead)?.offReason).toMatch(
    /nothing got through for three days\. The last time: .*ECONNREFUSED [^ ]*\.$/,
  );
  expect((await list()).find(({ id }) => id === well)).toMatchObject({ on: true, failingSince: null });
  await desk("PATCH", `/desk/webhooks/${dead}`, admin, { on: true });
  expect((await list()).find(({ id }) => id === dead)).toMatchObject({ on: true, offReason: null, failingSince: null });
});

test("one failure after quiet days turns nothing off, whatever failed before them", async () => {
  const id = await add(["webhook.test"], "http://127.0.0.1:1/hook");
  const before = new Date(Date.now() - 4 * DAY_MS);
  const attempt = { id: "wat_before", webhookId: id, deliveryId: "out_before", at: before, status: 400, ms: 1 };
  await db.insert(webhookAttempts).values(attempt);
  await db.update(webhooks).set({ failingSince: before }).where(eq(webhooks.id, id));
  start();
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => (await db.$count(webhookAttempts, eq(webhookAttempts.webhookId, id))) > 1);
  await until(async () => (await list())[0]?.failingSince !== before.toISOString());
  expect((await list())[0]).toMatchObject({ on: true, offReason: null });
});

test("a receiver that says 410 is sent nothing any more", async () => {
  const id = await add();
  sink.answers = [410];
  start();
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => (await list())[0]?.on === false);
  expect((await list())[0]?.offReason).toContain("410");
});

test("an address in a private network is not reached, and the log says so", async () => {
  const id = await add();
  start([]);
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => ((await log(id)).items[0]?.last?.said ?? "").includes("private network"));
  expect(sink.deliveries).toEqual([]);
});

test("its secret is told once and kept sealed; a new one ends the old", async () => {
  const id = await add();
  const first = sink.secret;
  const [row] = await db.select().from(webhooks);
  expect(row?.secret).toMatch(/^s1\./);
  expect(JSON.stringify(await list())).not.toContain("secret");
  const renewed = await (await desk("POST", `/desk/webhooks/${id}/secret`, admin)).json();
  expect(renewed.secret).not.toBe(first);
  sink.secret = renewed.secret;
  start();
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => sink.deliveries.length === 1);
});

test("addresses that are none, names that are none, and too many are refused; removing takes the log along", async () => {
  for (const input of [
    { url: "ftp://example.com", events: ["vote.cast"] },
    { url: "https://user:word@example.com", events: ["vote.cast"] },
    { url: sink.url, events: ["everything"] },
    { url: sink.url, events: [] },
  ])
    expect((await desk("POST", "/desk/webhooks", admin, input)).status).toBe(400);
  const id = await add();
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  for (let made = 1; made < 20; made++) await add();
  expect((await desk("POST", "/desk/webhooks", admin, { url: sink.url, events: ["vote.cast"] })).status).toBe(409);
  expect((await desk("DELETE", `/desk/webhooks/${id}`, admin)).status).toBe(204);
  expect((await desk("DELETE", `/desk/webhooks/${id}`, admin)).status).toBe(404);
  expect(await db.$count(outbox)).toBe(0);
});

test("what was sent is forgotten with the days that the hub keeps deliveries, and with the person", async () => {
  const id = await add();
  start();
  await openCase("grace@example.com");
  await until(async () => (await log(id)).items[0]?.state === "sent");
  await desk("POST", "/desk/privacy/erase", admin, { address: "grace@example.com", confirm: "grace@example.com" });
  expect(JSON.stringify(await db.select().from(outbox))).not.toContain("grace@example.com");
  expect(await db.$count(webhookAttempts)).toBe(0);
  await desk("POST", `/desk/webhooks/${id}/test`, admin);
  await until(async () => (await db.$count(webhookAttempts)) > 0);
  await stop();
  ahead = 400 * DAY_MS;
  await cleanUp({ ...deps, clock });
  expect(await db.$count(webhookAttempts)).toBe(0);
  ahead = 0;
});

afterAll(() => expect(logged.filter((line) => !line.includes("outbox: put off"))).toEqual([]));
