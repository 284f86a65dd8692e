import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { freshDatabase } from "#test/support/database.ts";
import { freePort } from "#test/support/ports.ts";
import { verdictOn } from "#test/support/verdict.ts";

const { db, url } = await freshDatabase();
const setting = (key: string) => ({ key, value: "", updatedAt: new Date() });

/** Ends every connection to the database, as a restart of the server does. */
async function cutConnections() {
  const other = new pg.Client(url);
  await other.connect();
  const others = "datname = current_database() and pid <> pg_backend_pid()";
  await other.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
  await other.end();
}

test("a connection that is cut while idle is replaced", async () => {
  await db.ping();
  await cutConnections();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await db.ping();
});

test("a transaction that is cut off is unavailable, and leaves no half", async () => {
  const halfway = db.transaction(async (tx) => {
    await tx.insert(settings).values(setting("half"));
    await cutConnections();
    await tx.insert(settings).values(setting("other half"));
  });
  expect(await verdictOn(halfway)).toBe("unavailable");
  expect(await db.select().from(settings)).toEqual([]);
});

test("a server that is not there, or says nothing, is unavailable", async () => {
  expect(await verdictOn(openDatabase(`postgres://a:b@127.0.0.1:${await freePort()}/c`))).toBe("unavailable");
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  expect(await verdictOn(openDatabase(`postgres://a:b@127.0.0.1:${port}/c`))).toBe("unavailable");
  silent.close();
});

test("more work than connections waits its turn", async () => {
  const work = Array.from({ length: 50 }, (_, index) =>
    verdictOn(db.transaction((tx) => tx.insert(settings).values(setting(`${index}`)))),
  );
  expect(new Set(await Promise.all(work))).toEqual(new Set(["done"]));
});
