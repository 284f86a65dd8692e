import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { verification } from "#db/schema/auth.ts";
import { signInFailures } from "#db/schema/staff.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { freshDatabase } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";

const folder = freshFolder("stop");
const env = { PORT: "0", DATA_DIR: path.join(folder, "data"), BUILDS_DIR: path.join(folder, "builds") };
await writeBuild(env.BUILDS_DIR, "first", { "index.html": "home" });
const { db, url } = await freshDatabase();

/** Somebody else who has a row in hand, so that whoever would delete it waits. */
async function holdVerification() {
  const other = new pg.Client(url);
  await other.connect();
  await other.query("begin; select * from verification for update");
  const isWaitedFor = async () => {
    const waits = "not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";
    return ((await other.query(`select 1 from pg_locks where ${waits}`)).rowCount ?? 0) > 0;
  };
  return { isWaitedFor, letGo: () => other.end() };
}

test("a server that is told to stop finishes the clean-up that is under way", { timeout: 30_000 }, async () => {
  const old = new Date("2026-01-01T00:00:00Z");
  const times = { expiresAt: old, createdAt: old, updatedAt: old };
  await db.insert(verification).values({ id: "held", identifier: "held", value: "", ...times });
  // what the clean-up comes to later
  await db.insert(signInFailures).values({ who: "somebody", hour: old, count: 1 });
  const held = await holdVerification();
  const server = runNode("server/main.ts", { ...env, DATABASE_URL: url });
  await server.says("database ");
  await until(held.isWaitedFor);
  server.child.kill("SIGTERM");
  await server.says("stopping");
  await held.letGo();
  expect(await server.ended).toBe(0);
  expect(server.output()).not.toContain("could not be deleted");
  expect(await db.$count(signInFailures)).toBe(0);
});
