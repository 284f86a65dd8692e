/** In the project `sqlite` from one file to another, in `postgres` from a file to PostgreSQL and back. */
import path from "node:path";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/database.ts";
import { inOrderOfKeys, moveRows } from "#db/move.ts";
import { settings } from "#db/schema/settings.ts";
import { requireUnused } from "#db/take-alone.ts";
import { tables } from "#db/tables.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { runNode } from "#test/support/process.ts";

const folder = freshFolder("move");
const opened: Db[] = [];
afterAll(() => Promise.all(opened.map((db) => db.close())));
async function open(url: string): Promise<Db> {
  const db = await openDatabase(url);
  opened.push(db);
  return db;
}
const fileUrl = (name: string) => `file:${path.join(folder, name)}`;

/** More than two pages. */
const ROWS = 450;
const TEXTS = ["plain", "żółć 漢字 👩‍👩‍👧", 'it\'s "quoted" \\ ? $1', "", "Line\r\n\ttab"];

/** A value that tells rows apart. */
function valueFor(column: SQLiteColumn, row: number): unknown {
  if (column.enumValues?.length) return column.enumValues[row % column.enumValues.length];
  if (column.getSQLType() === "integer") return row % 2 ? row : -row * 1_000_003_000;
  if (column.getSQLType() === "real") return row / 7;
  if (column.getSQLType() === "boolean") return row % 2 === 0;
  if (column.getSQLType() === "timestamp") return new Date(1_700_000_000_123 + row * 61_001);
  if (column.getSQLType() === "blob") return Uint8Array.from([0, 255, 128, row % 256]);
  return `${TEXTS[row % TEXTS.length]} ${column.name} ${String(row).padStart(5, "0")}`;
}

/** Rows made from the schema alone: a table that is added has rows here too. */
function makeRows(table: SQLiteTable): Record<string, unknown>[] {
  const targets = new Map(
    getTableConfig(table).foreignKeys.map((key) => {
      const { columns, foreignColumns } = key.reference();
      return [columns[0], foreignColumns[0]] as const;
    }),
  );
  return Array.from({ length: ROWS }, (_, row) =>
    Object.fromEntries(
      Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>).map(([name, column]) => {
        const target = targets.get(column);
        if (target) return [name, valueFor(target, row)];
        return [name, !column.notNull && row % 3 === 0 ? null : valueFor(column, row)];
      }),
    ),
  );
}

async function fill(db: Db): Promise<void> {
  for (const table of inOrderOfKeys(tables)) {
    const rows = makeRows(table);
    for (let at = 0; at < rows.length; at += 50) await db.insert(table).values(rows.slice(at, at + 50));
  }
}

const source = await open(fileUrl("source.db"));
await fill(source);
const targetUrl = await freshDatabaseUrl();

test("every table arrives with every row, and the way back gives the same", async () => {
  const heard = new Set<string>();
  const target = await open(targetUrl);
  const moved = await moveRows(source, target, (table) => heard.add(table));
  const names = tables.map((table) => getTableConfig(table).name);
  expect([...heard].toSorted()).toEqual(names.toSorted());
  expect(moved.map(({ rows }) => rows)).toEqual(names.map(() => ROWS));
  for (const table of tables) {
    const byText = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(byText(await target.select().from(table))).toEqual(byText(await source.select().from(table)));
  }
  const back = await open(fileUrl("back.db"));
  expect(await moveRows(target, back)).toEqual(moved);
});

test("a target that has rows is refused", async () => {
  await expect(moveRows(source, await open(targetUrl))).rejects.toThrow("The target is not empty");
});

test("what fails in the middle leaves the target empty; then it can be done again", async () => {
  const target = await open(await freshDatabaseUrl());
  const half = () => {
    throw new Error("The cable is out");
  };
  await expect(moveRows(source, target, half)).rejects.toThrow("The cable is out");
  for (const table of tables) expect(await target.$count(table)).toBe(0);
  expect(await moveRows(source, target)).toHaveLength(tables.length);
});

test("who writes to the source meanwhile is told to stop the hub, and nothing is kept", async () => {
  const busy = await open(fileUrl("busy.db"));
  await busy.insert(settings).values({ key: "a", value: "1", updatedAt: new Date() });
  const target = await open(await freshDatabaseUrl());
  const writeToo = () => void busy.insert(settings).values({ key: "b", value: "2", updatedAt: new Date() }).execute();
  await expect(moveRows(busy, target, writeToo)).rejects.toThrow("Somebody wrote to settings meanwhile");
  expect(await target.$count(settings)).toBe(0);
});

test("a database that a hub has open is known as such, and free when it is closed", async () => {
  const url = await freshDatabaseUrl();
  const db = await openDatabase(url);
  await db.ping();
  await expect(requireUnused(url, "Stop it.")).rejects.toThrow(/has .* open\. Stop it\./);
  await db.close();
  await expect.poll(() => requireUnused(url, "").then(() => "free")).toBe("free");
});

async function run(...args: string[]) {
  const { ended, output } = runNode("scripts/move.ts", { DATA_DIR: folder }, [], args);
  return { code: await ended, says: output() };
}

test("the command refuses what is open elsewhere, what is not there, and two words too few", async () => {
  const told = await Promise.all([
    run(fileUrl("source.db"), targetUrl),
    run(fileUrl("nowhere.db"), targetUrl),
    run(fileUrl("source.db")),
  ]);
  expect(told.map(({ code }) => code)).toEqual([1, 1, 1]);
  const says = told.map((each) => each.says);
  expect(says[0]).toContain("Stop every process of it");
  expect(says[1]).toContain("no hub's database");
  expect(says[2]).toContain("npm run move --");
});

test("the command says what it moves", async () => {
  await source.close();
  const done = await run(fileUrl("source.db"), await freshDatabaseUrl());
  expect(done.says).toContain(`escalations: ${ROWS} of ${ROWS}`);
  expect(done.says).toContain("Both have the same rows.");
  expect(done.code).toBe(0);
});
