import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { restore } from "#db/backup.ts";
import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { takeAlone } from "#db/take-alone.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";

const folder = freshFolder("backup");
const file = path.join(folder, "handrail.db");
const copy = path.join(folder, "copy.db");

/** Gives it no PORT: whether a hub runs is not asked of a port. */
async function run(...args: string[]) {
  return runIn(folder, ...args);
}
async function runIn(dataDir: string, ...args: string[]) {
  const { ended, output } = runNode("scripts/backup.ts", { DATA_DIR: dataDir }, [], args);
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

test("two restores within one second keep what stood there before each", async () => {
  const own = freshFolder("restored-twice");
  const there = path.join(own, "handrail.db");
  copyFileSync(copy, there);
  const now = new Date();
  const kept = [1, 2, 3].map(() => restore(copy, there, now).kept);
  expect(new Set(kept).size).toBe(3);
  for (const each of kept) expect(existsSync(each ?? "")).toBe(true);
});

test("a hub that runs, on whatever port, keeps its database; one that was killed does not", async () => {
  const env = { DATA_DIR: folder, BUILDS_DIR: path.join(folder, "builds"), PORT: String(await freePort()) };
  await writeBuild(env.BUILDS_DIR, "first", {});
  const hub = runNode("server/main.ts", env);
  await hub.says("database ");
  const files = readdirSync(folder);
  const refused = await run("restore", copy);
  expect(refused).toMatchObject({ code: 1, says: expect.stringContaining("Stop it, then restore") });
  expect(readdirSync(folder)).toEqual(files);
  expect((await run("backup", path.join(folder, "while-it-runs.db"))).code).toBe(0);
  hub.child.kill("SIGKILL");
  await hub.ended;
  expect(await run("restore", copy)).toMatchObject({ code: 0, says: expect.stringContaining("Restored") });
}, 60_000);

test("what was only in the log of a hub that was killed is in what is kept", async () => {
  const { ended } = runNode("test/unit/scripts/killed-writer.child.ts", { FILE: file });
  await ended;
  expect(existsSync(`${file}-wal`)).toBe(true);
  const { says } = await run("restore", copy);
  const kept = /in (\S+\.before-\S+)\./.exec(says)?.[1] ?? "";
  const before = new Database(kept, { readonly: true });
  expect(before.prepare("select value from settings where key = 'last words'").pluck().get()).toBe("heard");
  before.close();
});

test("a hub that starts while a restore has the file says so, and does not go on with the file that was put aside", async () => {
  const release = takeAlone(file, "");
  await expect(openDatabase(`file:${file}`)).rejects.toThrow("a restore, it seems");
  const late = openDatabase(`file:${file}`);
  const other = path.join(folder, "other.db");
  copyFileSync(copy, other);
  renameSync(other, file);
  release();
  await expect(late).rejects.toThrow("Start again");
  const db = await openDatabase(`file:${file}`);
  expect(() => takeAlone(file, "Stop it.")).toThrow(/has \S+ open\. Stop it/);
  await db.close();
});

test("on a new machine the folder is made, and the keys that are missing are named", async () => {
  const dataDir = path.join(folder, "new", "data");
  const { code, says } = await runIn(dataDir, "restore", copy);
  expect(code).toBe(0);
  expect(says).toContain(
    `put back ${path.join(dataDir, "secrets", "auth")} and ${path.join(dataDir, "secrets", "sealing")}`,
  );
  expect(await count(path.join(dataDir, "handrail.db"))).toBe(await count(copy));
  expect(readdirSync(dataDir).filter((name) => name.includes("restoring"))).toEqual([]);
  const lost = await runIn(dataDir, "restore", path.join(folder, "nowhere.db"));
  expect(lost).toMatchObject({ code: 1, says: expect.stringContaining("There is no ") });
});

test("a database that is only rubble is moved by who knows that nothing runs", async () => {
  const dataDir = mkdtempSync(path.join(folder, "rubble-"));
  writeFileSync(path.join(dataDir, "handrail.db"), "rubble ".repeat(2000));
  const { code, says } = await runIn(dataDir, "restore", copy);
  expect([code, says]).toEqual([1, expect.stringContaining("move the file and those beside it")]);
  expect(says).not.toContain("Restored");
});

test("nothing is touched for a file that is no backup", async () => {
  const bad = path.join(folder, "bad.db");
  writeFileSync(bad, "this is no database, whatever its name says, and long enough to look like one".repeat(20));
  const rows = await count(file);
  expect(await run("restore", bad)).toMatchObject({
    code: 1,
    says: expect.stringContaining(`${bad} is no database of a hub.`),
  });
  expect((await run("restore")).says).toContain("Say which file");
  expect(await count(file)).toBe(rows);
});

test("a backup is its owner's alone from its first byte, and one that fails leaves nothing", async () => {
  const dataDir = mkdtempSync(path.join(folder, "large-"));
  const large = new Database(path.join(dataDir, "handrail.db"));
  large.exec("create table escalations (words blob)");
  large.exec("insert into escalations values (zeroblob(60000000))");
  large.close();
  const target = path.join(dataDir, "copy.db");
  const modes = new Set<number>();
  let made = false;
  const backup = runIn(dataDir, "backup", target).finally(() => (made = true));
  while (!made) {
    if (existsSync(target)) modes.add(statSync(target).mode & 0o777);
    await setImmediate();
  }
  expect((await backup).code).toBe(0);
  expect([...modes]).toEqual([0o600]);

  writeFileSync(path.join(dataDir, "handrail.db"), "rubble ".repeat(2000));
  const failed = path.join(dataDir, "failed.db");
  expect((await runIn(dataDir, "backup", failed)).code).toBe(1);
  expect(existsSync(failed)).toBe(false);
});
