/** `npm test` kills five times on each database, `npm run test:faults` three hundred times. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePort } from "#test/support/ports.ts";
import { until } from "#test/support/wait.ts";
import { behaveAsCustomers, openLedger, sizeOf } from "./customers.ts";
import { openFaultHub, sendAll } from "./fault-hub.ts";
import { expectDelivered, expectKept } from "./kept.ts";

const KILLS = Number(process.env["KILLS"] ?? 5);
const AT_ONCE = 6;
/** So many processes clear what waits then: one sends a mail after the other. */
const AT_THE_END = 4;
/** What a kill leaves behind takes this long at the most. */
const CLEARED_MS = 5_000;
/** A process lives this long under load, at random. */
const LONGEST_LIFE_MS = 700;

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const { smtp, sink, articleId, start, open } = await openFaultHub(url);

test(
  `killed ${KILLS} times under load, a hub has kept what it said yes to, once, and delivers it under one id`,
  async () => {
    const ledger = openLedger();
    const over = new AbortController();
    const load = { url, articleId, ledger, signal: over.signal };
    const customers = Promise.all(Array.from({ length: AT_ONCE }, (_, n) => behaveAsCustomers(load, `customer${n}`)));
    customers.catch(() => undefined); // awaited below

    for (let kill = 0; kill < KILLS; kill++) {
      const server = await start(port);
      const before = sizeOf(ledger);
      await Promise.race([until(() => sizeOf(ledger) > before, 30_000), customers]);
      await sleep(Math.random() * LONGEST_LIFE_MS);
      server.child.kill("SIGKILL");
      await server.ended;
    }
    const last = [await start(port)];
    over.abort();
    await customers;
    while (last.length < AT_THE_END) last.push(await start(await freePort()));

    const db = await open();
    await sendAll(db, 60_000 + KILLS * CLEARED_MS);
    for (const { child } of last) child.kill("SIGTERM");
    expect(await Promise.all(last.map(({ ended }) => ended))).toEqual(last.map(() => 0));

    expect(sizeOf(ledger)).toBeGreaterThanOrEqual(KILLS);
    await expectKept(db, ledger);
    await expectDelivered(db, { smtp, sink });
    await db.close();
  },
  120_000 + KILLS * (CLEARED_MS + 10_000),
);
