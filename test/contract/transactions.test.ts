import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { isUnavailable, isUniqueViolation } from "#db/errors.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { settings } from "#db/schema/settings.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const at = new Date("2026-11-23T09:00:00Z");
const setting = (key: string, value = "0") => ({ key, value, updatedAt: at });
const read = async (key: string) => (await db.select().from(settings).where(eq(settings.key, key)))[0]?.value;

test("all or nothing: an error takes everything back and is thrown on", async () => {
  const work = db.transaction(async (tx) => {
    await tx.insert(settings).values(setting("half"));
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(await read("half")).toBeUndefined();
  await db.transaction((tx) => tx.insert(settings).values(setting("half", "whole")));
  expect(await read("half")).toBe("whole");
});

test("db inside a transaction throws, however deep, instead of waiting for itself", async () => {
  const deep = async () => db.select().from(settings);
  await expect(db.transaction(async () => deep())).rejects.toThrow(/use its tx/);
  await expect(db.transaction(() => db.transaction(async () => 1))).rejects.toThrow(/use its tx/);
});

test("tx after its transaction throws", async () => {
  const tx = await db.transaction(async (inside) => inside);
  await expect(tx.select().from(settings)).rejects.toThrow(/has ended/);
});

test("what waits for the commit runs after it, may use db, and is forgotten by a rollback", async () => {
  const seen: unknown[] = [];
  const insert = (key: string, fails: boolean) =>
    db.transaction(async (tx) => {
      await tx.insert(settings).values(setting(key));
      tx.afterCommit(() => seen.push(read(key)));
      if (fails) throw new Error("stop");
    });
  await insert("committed", false);
  await insert("rolled back", true).catch(() => undefined);
  expect(await Promise.all(seen)).toEqual(["0"]);
});

test("twenty at the same time count to twenty", async () => {
  await db.insert(settings).values(setting("count"));
  const add = sql`cast(cast(${settings.value} as integer) + 1 as text)`;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      db.transaction((tx) => tx.update(settings).set({ value: add }).where(eq(settings.key, "count"))),
    ),
  );
  expect(await read("count")).toBe("20");
});

test("of twenty conditional updates one wins", async () => {
  await db.insert(settings).values(setting("race", "free"));
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, claimer) =>
      db
        .update(settings)
        .set({ value: `taken by ${claimer}` })
        .where(sql`${settings.key} = 'race' and ${settings.value} = 'free'`)
        .returning({ value: settings.value }),
    ),
  );
  const winners = claims.flat();
  expect(winners).toHaveLength(1);
  expect(await read("race")).toBe(winners[0]?.value);
});

test("readers see nothing of a transaction before its commit, and need not wait for it", async () => {
  await db.transaction(async (tx) => {
    await tx.insert(settings).values(setting("unseen"));
    const elsewhere = new Promise<string | undefined>((resolve, reject) =>
      outside(() => read("unseen").then(resolve, reject)),
    );
    expect(await elsewhere).toBeUndefined();
  });
  expect(await read("unseen")).toBe("0");
});

test("the same key twice is a unique violation, not an absence", async () => {
  await db.insert(settings).values(setting("once"));
  const error: unknown = await db
    .insert(settings)
    .values(setting("once"))
    .catch((caught: unknown) => caught);
  expect([isUniqueViolation(error), isUnavailable(error)]).toEqual([true, false]);
});

test("a message without its escalation is refused, and goes with it", async () => {
  const message = { id: "m", escalationId: "e", from: "agent" as const, author: "Desk", body: "Hello", createdAt: at };
  await expect(db.insert(messages).values(message)).rejects.toThrow(/foreign key/i);
  const [state, version, email, trail] = ["new" as const, 1, "a@example.com", []];
  const times = { createdAt: at, updatedAt: at, receiptExpiresAt: at };
  const words = { reference: "R", receiptHash: "h", message: "Help" };
  await db.insert(escalations).values({ id: "e", state, version, email, trail, ...times, ...words });
  await db.insert(messages).values(message);
  await db.delete(escalations);
  expect(await db.select().from(messages)).toEqual([]);
});

/** Runs as another request would: outside the transaction that the caller is in. */
const queue: (() => void)[] = [];
setInterval(() => queue.splice(0).forEach((run) => run()), 5).unref();
const outside = (run: () => void) => queue.push(run);
