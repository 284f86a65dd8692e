import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import { createLog } from "#server/core/log.ts";
import { openChannels } from "#server/outbox/channels/open-channels.ts";
import { claimDue } from "#server/outbox/claims.ts";
import { enqueue, type OutboxItem, sendAgain } from "#server/outbox/outbox.ts";
import { wakeCouriers } from "#server/outbox/wake.ts";
import { startOutbox } from "#server/outbox/worker.ts";
import { type FakeSmtp, startSmtp } from "#test/fakes/smtp.ts";
import { startWebhookSink, type WebhookSink } from "#test/fakes/webhook-sink.ts";
import { freshDatabase } from "#test/support/database.ts";
import { until } from "#test/support/wait.ts";

const { db, url } = await freshDatabase();
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
const log = createLog("silent");

let smtp: FakeSmtp;
let sink: WebhookSink;
let running: ((graceMs?: number) => Promise<void>)[] = [];

beforeEach(async () => {
  [smtp, sink] = await Promise.all([startSmtp(), startWebhookSink()]);
});
afterEach(async () => {
  await Promise.all(running.map((stop) => stop()));
  running = [];
  await Promise.all([smtp.stop(), sink.stop()]);
  await db.delete(outbox);
});

const channels = () =>
  openChannels(
    {
      mail: { url: smtp.url, from: null },
      webhook: { url: sink.url, secret: sink.secret },
      publicUrl: "https://help.example.com",
      outboundAllow: ["127.0.0.0/8"],
    },
    { name: "Help", email: "support@example.com" },
  );
const start = (database = db) => running.push(startOutbox({ db: database, clock, log }, channels()));

const mail = (key: string, change: object = {}): OutboxItem => ({
  kind: "email",
  dedupeKey: key,
  payload: { to: "customer@example.com", subject: `About ${key}`, text: "Hello", ...change },
});
const event = (key: string): OutboxItem => ({
  kind: "webhook",
  dedupeKey: key,
  payload: { type: "test", data: { key } },
});
const put = (...items: OutboxItem[]) =>
  db.transaction(async (tx) => {
    for (const item of items) await enqueue(tx, item);
  });
const rowOf = async (key: string) => (await db.select().from(outbox).where(eq(outbox.dedupeKey, key)))[0]!;
const whenState = (key: string, state: string) => until(async () => (await rowOf(key)).state === state);

/** Time goes on, and every courier looks. */
function pass(seconds: number) {
  ahead += seconds * 1000;
  wakeCouriers();
}

test("what is committed goes at once; what is rolled back never", async () => {
  start();
  const rolledBack = db.transaction(async (tx) => {
    await enqueue(tx, event("never"));
    throw new Error("stop");
  });
  await expect(rolledBack).rejects.toThrow("stop");
  await put(mail("m", { replyTo: "desk@example.com", thread: "esc_1" }), event("w"));
  await until(() => smtp.mails.length === 1 && sink.deliveries.length === 1, 1500);

  const [sent, hook] = [await rowOf("m"), await rowOf("w")];
  const [received] = smtp.mails;
  expect(received).toMatchObject({
    messageId: `<${sent.id}@help.example.com>`,
    inReplyTo: "<esc_1@help.example.com>",
    subject: "About m",
    text: "Hello\n",
  });
  expect(received?.from?.text).toBe('"Help" <support@example.com>');
  expect(sink.deliveries).toEqual([
    {
      id: hook.id,
      status: 204,
      body: { type: "test", timestamp: hook.createdAt.toISOString(), data: { key: "w" } },
    },
  ]);
  await whenState("m", "sent");
});

test("one key is one promise", async () => {
  await put(event("same"), event("same"));
  await Promise.all(Array.from({ length: 20 }, () => put(event("same"))));
  start();
  await whenState("same", "sent");
  expect(sink.deliveries).toHaveLength(1);
});

test("a receiver that fails is asked again later, under the same id, without a storm", async () => {
  sink.answers = [500, 503];
  await put(event("retry"));
  start();
  await until(async () => (await rowOf("retry")).lastError);
  pass(5);
  await sleep(100);
  expect(sink.deliveries).toHaveLength(1);
  await until(() => (pass(10), sink.deliveries.length === 2));
  await until(async () => (pass(10), (await rowOf("retry")).state === "sent"));
  expect(sink.deliveries.map(({ status }) => status)).toEqual([500, 503, 204]);
  expect(new Set(sink.deliveries.map(({ id }) => id)).size).toBe(1);
  expect(sink.forged).toBe(0);
});

test("a mail server that was down for a day gets everything in order, once", async () => {
  const port = Number(new URL(smtp.url).port);
  await smtp.stop();
  const keys = ["first", "second", "third", "fourth", "fifth"];
  for (const key of keys) await put(mail(key));
  start();
  for (let hour = 0; hour < 24; hour++) {
    pass(3600);
    await until(async () => (await db.$count(outbox, eq(outbox.state, "waiting"))) === 5);
  }
  smtp = await startSmtp(port);
  await until(() => (pass(61), smtp.mails.length === 5));
  await Promise.all(keys.map((key) => whenState(key, "sent")));
  const [probe, ...rest] = smtp.mails.map(({ subject }) => subject);
  expect(rest).toEqual(keys.map((key) => `About ${key}`).filter((subject) => subject !== probe));
});

test("after a crash between sending and marking it goes again with the same id", async () => {
  await put(event("crash"));
  const claimed = (await claimDue(db, "webhook", "a process that dies", clock.now()))!;
  await channels().webhook?.send({ ...claimed, payload: { type: "test", data: {} } }, new AbortController().signal);
  start();
  pass(60);
  expect(await rowOf("crash")).toMatchObject({ state: "waiting", leasedBy: "a process that dies" });
  pass(60);
  await whenState("crash", "sent");
  expect(sink.deliveries.map(({ id }) => id)).toEqual([claimed.id, claimed.id]);
});

test("two processes send each once", async () => {
  const other = await openDatabase(url);
  const keys = Array.from({ length: 30 }, (_, index) => `shared${index}`);
  await put(...keys.map(event));
  start();
  start(other);
  await until(async () => (await db.$count(outbox, eq(outbox.state, "sent"))) === 30, 10_000);
  expect(sink.deliveries).toHaveLength(30);
  await Promise.all(running.map((stop) => stop()));
  await other.close();
});

test("what nobody takes is given up after days, and can be sent again", async () => {
  smtp.behaviour.refuse = "550 No such user";
  await put(mail("refused"), mail("good"));
  start();
  for (let attempt = 1; attempt <= 12; attempt++) {
    await until(
      async () => (await rowOf("refused")).attempts === attempt && (await rowOf("refused")).leasedBy === null,
    );
    pass(110_000);
  }
  expect(await rowOf("refused")).toMatchObject({
    state: "dead",
    attempts: 12,
    lastError: expect.stringMatching(/550/),
  });
  smtp.behaviour.refuse = null;
  expect(await sendAgain(db, clock, (await rowOf("refused")).id)).toBe(true);
  await whenState("refused", "sent");
  expect(await sendAgain(db, clock, (await rowOf("refused")).id)).toBe(false);
});

test("one that is refused holds up no other", async () => {
  sink.answers = [422];
  await put(event("bad"), event("good"));
  start();
  await whenState("good", "sent");
  const refused = { state: "waiting", attempts: 1, lastError: expect.stringMatching(/422/) as string };
  expect(await rowOf("bad")).toMatchObject(refused);
});

test("a redirect is a failure: what is signed goes to the address in the settings only", async () => {
  sink.answers = [302];
  await put(event("moved"));
  start();
  await until(async () => (await rowOf("moved")).lastError);
  expect(sink.deliveries).toHaveLength(1);
});

test("what people wrote cannot add a header or an address", async () => {
  await put(mail("inject", { subject: "Hi\r\nBcc: victim@example.com", to: "a@example.com" }));
  start();
  await until(() => smtp.mails.length === 1);
  expect(smtp.mails[0]?.bcc).toBeUndefined();
  expect(smtp.mails[0]?.subject).toBe("Hi Bcc: victim@example.com");
});

test("stopping lets a delivery end, and cuts off one that does not", async () => {
  smtp.behaviour.waitMs = 300;
  await put(mail("slow"));
  start();
  await until(async () => (await rowOf("slow")).leasedBy);
  await running[0]?.(2000);
  expect((await rowOf("slow")).state).toBe("sent");

  smtp.behaviour.waitMs = 4000;
  await put(mail("slower"));
  start();
  await until(async () => (await rowOf("slower")).leasedBy);
  const before = Date.now();
  await running[1]?.(50);
  expect(Date.now() - before).toBeLessThan(1000);
  expect(await rowOf("slower")).toMatchObject({ state: "waiting", leasedBy: null });
});
