import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";

const folder = mkdtempSync(path.join(tmpdir(), "handrail-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, "handrail.db");
const copy = path.join(folder, "copy.db");
const env = { DATA_DIR: folder, PORT: String(await freePort()) };

async function run(...args: string[]) {
  const { ended, output } = runNode("scripts/backup.ts", env, [], args);
  return { code: await ended, says: output() };
}
const count = async (database: string) => {
  const db = await openDatabase(`file:${database}`);
  const rows = await db.$count(settings);
  await db.close();
  return rows;
};

test("a backup made while others write is whole: what was there when it began is in it", async () => {
  const db = await openDatabase(`file:${file}`);
  let written = 0;
  let writing = true;
  const write = (async () => {
    for (; writing; written++) {
      await db.insert(settings).values({ key: `k${written}`, value: "x", updatedAt: new Date() });
      await setImmediate();
    }
  })();
  await until(() => written > 50);
  const before = written;
  const made = await run("backup", copy);
  writing = false;
  await write;
  await db.close();
  expect(made.says).toContain("It opens, and is whole.");
  expect(made.code).toBe(0);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const kept = await count(copy);
  expect(kept).toBeGreaterThanOrEqual(before);
  expect(kept).toBeLessThanOrEqual(written);
  expect((await run("backup", copy)).says).toContain("is there already");
});

test("a restore brings it back, and keeps what stood there", async () => {
  const inCopy = await count(copy);
  const db = await openDatabase(`file:${file}`);
  await db.delete(settings);
  await db.close();
  const { code, says } = await run("restore", copy);
  expect([code, await count(file)]).toEqual([0, inCopy]);
  const before = /in (\S+\.before-\S+)\./.exec(says)?.[1] ?? "";
  expect(existsSync(before)).toBe(true);
  expect(await count(before)).toBe(0);
});

test("nothing is touched for a file that is no backup", async () => {
  const bad = path.join(folder, "bad.db");
  writeFileSync(bad, "this is no database, whatever its name says, and long enough to look like one".repeat(20));
  const rows = await count(file);
  expect((await run("restore", bad)).code).toBe(1);
  expect((await run("restore")).says).toContain("Say which file");
  expect(await count(file)).toBe(rows);
});
