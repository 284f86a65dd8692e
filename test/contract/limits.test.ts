import { expect, test } from "vitest";
import { limits } from "#db/schema/limits.ts";
import { AppError } from "#server/core/errors.ts";
import { dropSpentLimits, settleLimits, takeLimit, takeLimits } from "#server/limits/limits.ts";
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

test("what is taken of many by the thousand is counted exactly, though one of them is less than a millisecond", async () => {
  for (let count = 0; count < 4; count++) await take("minute", 200_000, 60, 50_000);
  expect(await take("minute", 200_000, 60, 50_000).catch(retryAfter)).toBe(15);
  now += 15_000;
  await take("minute", 200_000, 60, 50_000);
});

test("what cost less than was taken gives the rest back, what cost more takes it, even over the limit", async () => {
  const limit = { key: "settle", limit: 100, windowSeconds: 100 };
  await take("settle", 100, 100, 80);
  await settleLimits(db, clock, [limit], -50);
  await take("settle", 100, 100, 70);
  await settleLimits(db, clock, [limit], 40);
  expect(await take("settle", 100, 100, 1).catch(retryAfter)).toBe(41);
});

test("what is given back after its time makes no room for more than the limit", async () => {
  const limit = { key: "late", limit: 10, windowSeconds: 10 };
  await take("late", 10, 10, 5);
  now += 60_000;
  await settleLimits(db, clock, [limit], -5);
  await take("late", 10, 10, 10);
  expect(await take("late", 10, 10).catch(retryAfter)).toBe(1);
});

test("of several, all are taken from or none; which one refused is said to the log alone", async () => {
  const wide = { key: "wide", limit: 10, windowSeconds: 10 };
  const narrow = { key: "narrow:somebody", limit: 4, windowSeconds: 10 };
  const takeBoth = () => takeLimits(db, clock, [wide, narrow]);
  const results = await Promise.allSettled(Array.from({ length: 20 }, takeBoth));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  await expect(takeBoth()).rejects.toMatchObject({ code: "limited", cause: "narrow:somebody" });
  await take("wide", 10, 10, 6); // what is left of it
  expect(await take("wide", 10, 10).catch(retryAfter)).toBe(1);
});

test("twenty at the same time never exceed it", async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => take("crowd", 5, 60)));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);
});

test("a clock that is set back by an hour refuses nobody for an hour, and the limit holds from then on", async () => {
  const limit = { key: "back", limit: 3, windowSeconds: 60 };
  for (let count = 0; count < 3; count++) await take("back", 3, 60);
  now -= 3_600_000;
  for (let count = 0; count < 3; count++) await take("back", 3, 60);
  expect(await take("back", 3, 60).catch(retryAfter)).toBe(20);
  await settleLimits(db, clock, [limit], 1000); // so much over is no sign of a clock
  expect(await take("back", 3, 60).catch(retryAfter)).toBe(80);
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
