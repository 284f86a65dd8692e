/** `npm test` kills five times on each database, `npm run test:faults` three hundred times. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ne } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
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
import { expectDelivered, expectKept } from "./kept.ts";

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
    await expectDelivered(db, { smtp, sink });
    await db.close();
  },
  120_000 + KILLS * (CLEARED_MS + 10_000),
);
