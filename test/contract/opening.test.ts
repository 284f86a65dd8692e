import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { str, table } from "#db/columns.ts";
import { openDatabase } from "#db/database.ts";
import { pendingChanges } from "#db/generate.ts";
import { settings } from "#db/schema/settings.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { verdictOn } from "#test/support/verdict.ts";

const migrations = table("migrations", { name: str().notNull(), hash: str().notNull() });
const url = await freshDatabaseUrl();

test("the migrations make what the schema says: if not, npm run db:generate", async () => {
  for (const dialect of ["sqlite", "postgres"] as const) {
    expect((await pendingChanges(dialect)).statements).toEqual([]);
  }
});

test("five processes may open a new database at once, and one that is up to date again", async () => {
  const opened = await Promise.all(Array.from({ length: 5 }, () => openDatabase(url)));
  const at = new Date();
  await Promise.all(
    opened.map((db, index) => db.insert(settings).values({ key: `k${index}`, value: "", updatedAt: at })),
  );
  expect(await opened[0]!.$count(settings, inArray(settings.key, ["k0", "k4"]))).toBe(2);
  await Promise.all(opened.map((db) => db.close()));

  const again = await openDatabase(url);
  await again.ping();
  expect(await again.$count(settings)).toBe(5);
  await again.close();
});

test("a mistake in a query is a mistake, not an absence", async () => {
  const db = await openDatabase(url);
  const wrong = db.insert(settings).values({ key: null as never, value: "", updatedAt: new Date() });
  expect(await verdictOn(wrong)).toBeInstanceOf(Error);
  await db.close();
});

test("a database that a newer version has used is left as it is", async () => {
  const newer = await freshDatabaseUrl();
  const db = await openDatabase(newer);
  await db.insert(migrations).values({ name: "9999_later", hash: "x" });
  await db.close();
  await expect(openDatabase(newer)).rejects.toThrow("A newer version has used this database (9999_later). Start that");
});
