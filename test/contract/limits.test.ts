import { expect, test } from "vitest";
import { limits } from "#db/schema/limits.ts";
import { AppError } from "#server/core/errors.ts";
import { dropSpentLimits, takeLimit } from "#server/limits/limits.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
let now = Date.parse("2026-11-23T09:00:00Z");
const clock = { now: () => new Date(now) };

const take = (key: string, limit: number, windowSeconds: number, cost = 1) =>
  takeLimit(db, clock, { key, limit, windowSeconds, cost });
const retryAfter = (error: unknown) =>
  error instanceof AppError && error.code === "limited" ? error.retryAfter : error;

test("as many as the limit go through at once, and no more", async () => {
  for (let count = 0; count < 7; count++) await take("a", 7, 60);
  expect(await take("a", 7, 60).catch(retryAfter)).toBe(9);
  await take("b", 7, 60);
});

test("waiting as long as it says is enough, and gives one back", async () => {
  for (let count = 0; count < 3; count++) await take("wait", 3, 60);
  expect(await take("wait", 3, 60).catch(retryAfter)).toBe(20);
  now += 20_000;
  await take("wait", 3, 60);
  expect(await take("wait", 3, 60).catch(retryAfter)).toBe(20);
});

test("what costs more takes more, and what never fits is refused", async () => {
  await take("tokens", 1000, 86_400, 900);
  expect(await take("tokens", 1000, 86_400, 200).catch(retryAfter)).toBe(8640);
  await take("tokens", 1000, 86_400, 100);
  expect(await take("never", 10, 60, 11).catch(retryAfter)).toBe(6);
});

test("twenty at the same time never exceed it", async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => take("crowd", 5, 60)));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);
});

test("keys that nothing is owed under are forgotten", async () => {
  await take("old", 1, 1);
  now += 2000;
  await take("new", 1, 1);
  await dropSpentLimits(db, clock);
  const left = (await db.select({ key: limits.key }).from(limits)).map(({ key }) => key);
  expect(left).toContain("new");
  expect(left).not.toContain("old");
});
