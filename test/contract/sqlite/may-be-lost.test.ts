import { expect, test } from "vitest";
import type { Execute } from "#db/driver.ts";
import { openSqlite } from "#db/sqlite.ts";
import { toPath } from "#db/to-path.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";

const url = await freshDatabaseUrl();
const driver = await openSqlite(toPath(url));
const WAITS = [2];
const DOES_NOT = [1];

/** What SQLite does about the disk in a transaction: 2 (FULL) waits for it at each commit, 1 (NORMAL) does not. */
const readInside = (options?: { mayBeLost?: boolean }, end: () => void = () => {}) =>
  driver.transaction(async (execute: Execute) => {
    const { rows } = await execute("pragma synchronous", [], "get");
    end();
    return rows;
  }, options);

test("what may be lost does not wait for the disk, and what comes after it does", async () => {
  expect(await readInside()).toEqual(WAITS);
  expect(await readInside({ mayBeLost: true })).toEqual(DOES_NOT);
  expect(await readInside({ mayBeLost: false })).toEqual(WAITS);
});

test("what comes after it waits for the disk though it failed, too", async () => {
  const fail = () => {
    throw new Error("no");
  };
  await expect(readInside({ mayBeLost: true }, fail)).rejects.toThrow("no");
  expect(await readInside()).toEqual(WAITS);
  await driver.close();
});
