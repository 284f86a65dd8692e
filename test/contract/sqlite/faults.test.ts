import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import Database from "better-sqlite3";
import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { toPath } from "#db/to-path.ts";
import { freshDatabase, freshDatabaseUrl } from "#test/support/database.ts";
import { verdictOn } from "#test/support/verdict.ts";

const { db, url } = await freshDatabase();
const fullUrl = await freshDatabaseUrl();
const setting = (key: string) => ({ key, value: "", updatedAt: new Date() });

function lock() {
  const other = new Database(toPath(url));
  other.exec("BEGIN IMMEDIATE");
  return () => void other.exec("ROLLBACK").close();
}

test("the database's files are their owner's only", async () => {
  await db.insert(settings).values(setting("private"));
  const modes = ["", "-wal", "-shm"].map((end) => statSync(`${toPath(url)}${end}`).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
  await db.delete(settings);
});

test("while another process writes, reads go on, a write waits, and so does nothing else", async () => {
  const unlock = lock();
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 10);
  const write = verdictOn(db.insert(settings).values(setting("waits")));
  expect(await db.select().from(settings)).toEqual([]);
  setTimeout(unlock, 300);
  expect(await write).toBe("done");
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(2);
});

test("a lock that stays makes writes unavailable together, not one after another, until it goes", async () => {
  const unlock = lock();
  const started = performance.now();
  const writes = Array.from({ length: 10 }, (_, index) => verdictOn(db.insert(settings).values(setting(`${index}`))));
  const transaction = verdictOn(db.transaction((tx) => tx.insert(settings).values(setting("locked"))));
  expect(new Set(await Promise.all([...writes, transaction]))).toEqual(new Set(["unavailable"]));
  expect(performance.now() - started).toBeLessThan(15_000);
  unlock();
  expect(await verdictOn(db.insert(settings).values(setting("locked")))).toBe("done");
});

test("a disk that is full makes writes unavailable and leaves no half of a transaction; reads go on", async () => {
  const script = readFileSync(new URL("./fill-disk.child.ts", import.meta.url), "utf8");
  // The shell allows files of 1 MB (2 MB in bash), and a write beyond fails instead of killing.
  const shell = `trap '' XFSZ; ulimit -S -f 2000; exec "$0" --input-type=module-typescript -e "$1" "$2"`;
  const child = spawn("sh", ["-c", shell, process.execPath, script, fullUrl], { stdio: ["ignore", "pipe", "inherit"] });
  const [output] = await Promise.all([text(child.stdout), once(child, "close")]);
  expect(JSON.parse(output)).toEqual({ ended: "unavailable", probed: "unavailable", even: true, readable: true });

  const roomAgain = await openDatabase(fullUrl);
  expect(await verdictOn(roomAgain.insert(settings).values(setting("room")))).toBe("done");
  const [row] = await roomAgain.select({ all: count() }).from(settings);
  expect(row!.all % 2).toBe(1);
  await roomAgain.close();
});
