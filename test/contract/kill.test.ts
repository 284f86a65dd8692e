import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import { settings } from "#db/schema/settings.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";

const url = await freshDatabaseUrl();

test("killed under load, a process has kept everything it acknowledged, each with its outbox row, and no halves", async () => {
  const writer = runNode("test/support/promise-writer.child.ts", { DATABASE_URL: url });
  const acknowledged = () => writer.output().match(/^\d+$/gm) ?? [];
  await until(() => acknowledged().length > 200, 20_000);
  writer.child.kill("SIGKILL");
  await writer.ended;

  const db = await openDatabase(url);
  const rows = await db
    .select({ key: settings.key, promised: outbox.id })
    .from(settings)
    .leftJoin(outbox, eq(outbox.dedupeKey, settings.key));
  const kept = new Set(rows.map(({ key }) => key));
  expect(acknowledged().filter((key) => !kept.has(key))).toEqual([]);
  expect(rows.filter(({ promised }) => promised === null)).toEqual([]);
  expect(await db.$count(outbox)).toBe(rows.length);
  await db.close();
});
