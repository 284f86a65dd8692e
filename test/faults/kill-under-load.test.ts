/** `npm test` kills five times on each database, `npm run test:faults` three hundred times. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inArray, ne } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openDatabase, type Db } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { outbox } from "#db/schema/outbox.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { startWebhookSink } from "#test/fakes/webhook-sink.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { freePort } from "#test/support/ports.ts";
import { type Run, runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";
import { behaveAsCustomers, openLedger, sizeOf } from "./customers.ts";

const KILLS = Number(process.env["KILLS"] ?? 5);
const AT_ONCE = 6;
/** So many processes clear what waits then: one sends a mail after the other. */
const AT_THE_END = 4;
/** What a kill leaves behind takes this long at the most. */
const CLEARED_MS = 5_000;
/** A process lives this long under load, at random. */
const LONGEST_LIFE_MS = 700;

const folder = mkdtempSync(path.join(tmpdir(), "handrail-faults-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const smtp = await startSmtp();
afterAll(smtp.stop);
const sink = await startWebhookSink();
afterAll(sink.stop);

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const databaseUrl = await freshDatabaseUrl();
const env = {
  PORT: String(port),
  PUBLIC_URL: url,
  DATA_DIR: path.join(folder, "data"),
  BUILDS_DIR: path.join(folder, "builds"),
  DATABASE_URL: databaseUrl,
  SMTP_URL: smtp.url,
  WEBHOOK_URL: sink.url,
  WEBHOOK_SECRET: sink.secret,
  OUTBOUND_ALLOW: "127.0.0.0/8",
  SPAM_PROOF: "off",
  RECEIPT_MAILS_PER_HOUR: "1000000",
  TRUSTED_PROXIES: "127.0.0.0/8",
};
await writeBuild(env.BUILDS_DIR, "first", { "index.html": "home" }, { knowledge: sampleKnowledge });

const started: Run[] = [];
// Also where a test ends before its hub.
afterAll(() => started.forEach(({ child }) => child.kill("SIGKILL")));

async function startHub(change: Partial<typeof env> = {}): Promise<Run> {
  const server = runNode("server/main.ts", { ...env, ...change });
  started.push(server);
  await server.says("database ");
  return server;
}

test(
  `killed ${KILLS} times under load, a hub has kept what it said yes to, once, and delivers it under one id`,
  async () => {
    const ledger = openLedger();
    const over = new AbortController();
    const load = { url, articleId: sampleKnowledge.articles[0]?.id ?? "", ledger, signal: over.signal };
    const customers = Promise.all(Array.from({ length: AT_ONCE }, (_, n) => behaveAsCustomers(load, `customer${n}`)));
    customers.catch(() => undefined); // awaited below

    for (let kill = 0; kill < KILLS; kill++) {
      const server = await startHub();
      const before = sizeOf(ledger);
      await Promise.race([until(() => sizeOf(ledger) > before, 30_000), customers]);
      await sleep(Math.random() * LONGEST_LIFE_MS);
      server.child.kill("SIGKILL");
      await server.ended;
    }
    const last = [await startHub()];
    over.abort();
    await customers;
    while (last.length < AT_THE_END) last.push(await startHub({ PORT: String(await freePort()) }));

    const db = await openDatabase(databaseUrl);
    // A killed process's deliveries belong to it for a minute and a half: that is over now.
    await db.update(outbox).set({ leaseUntil: null, leasedBy: null }).where(ne(outbox.state, "sent"));
    await until(async () => (await db.$count(outbox, ne(outbox.state, "sent"))) === 0, 60_000 + KILLS * CLEARED_MS);
    for (const { child } of last) child.kill("SIGTERM");
    expect(await Promise.all(last.map(({ ended }) => ended))).toEqual(last.map(() => 0));

    expect(sizeOf(ledger)).toBeGreaterThanOrEqual(KILLS);
    await expectKept(db, ledger);
    await expectDelivered(db);
    await db.close();
  },
  120_000 + KILLS * (CLEARED_MS + 10_000),
);

/** Everything in the ledger is there once, and everything that is there is whole. */
async function expectKept(db: Db, ledger: ReturnType<typeof openLedger>): Promise<void> {
  const cases = await db.select({ id: escalations.id, email: escalations.email }).from(escalations);
  const kept = new Set(cases.map(({ id }) => id));
  expect([...ledger.cases.keys()].filter((id) => !kept.has(id))).toEqual([]);
  expect(new Set(cases.map(({ email }) => email)).size).toBe(cases.length);

  const written = await db.select({ id: messages.id }).from(messages);
  const said = new Set(written.map(({ id }) => id));
  expect([...ledger.replies.keys()].filter((id) => !said.has(id))).toEqual([]);

  const cast = await db.select({ id: votes.id }).from(votes);
  const counted = new Set(cast.map(({ id }) => id));
  expect([...ledger.votes].filter((id) => !counted.has(id))).toEqual([]);

  // Also of cases that nobody was told of: there with all their deliveries, or not at all.
  const promised = [
    ...cases.flatMap(({ id }) => [`${id}:created:email`, `${id}:receipt`, `${id}:created:webhook`]),
    ...written.flatMap(({ id }) => [`${id}:email`, `${id}:webhook`]),
  ];
  const rows = await db.select({ key: outbox.dedupeKey }).from(outbox);
  expect(rows.map(({ key }) => key).toSorted()).toEqual(promised.toSorted());
}

/** Each delivery arrived, as often as it had to, under its own id and no other. */
async function expectDelivered(db: Db): Promise<void> {
  const rows = await db
    .select({ id: outbox.id, kind: outbox.kind })
    .from(outbox)
    .where(inArray(outbox.kind, ["email", "webhook"]));
  const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const mailed = new Set(smtp.mails.map(({ messageId }) => messageId?.slice(1).split("@", 1)[0]));
  expect([...mailed].toSorted()).toEqual(idsOf("email").toSorted());
  expect([...new Set(sink.deliveries.map(({ id }) => id))].toSorted()).toEqual(idsOf("webhook").toSorted());
  expect(sink.forged).toBe(0);
  const bodies = new Map<string, string>();
  for (const { id, body } of sink.deliveries) {
    const first = bodies.get(id) ?? JSON.stringify(body);
    bodies.set(id, first);
    expect(JSON.stringify(body)).toBe(first);
  }
}
