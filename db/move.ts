import { createHash } from "node:crypto";
import { asc, getTableColumns, gt } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db, Queries } from "./database.ts";
import { tables } from "./tables.ts";

export type Moved = { table: string; rows: number; checksum: string };
type Progress = (table: string, rows: number, of: number) => void;
type Row = Record<string, unknown>;

const ROWS = 200;
/** Files stand in the database: a page of them is held in memory. */
const ROWS_WITH_BYTES = 5;

/**
 * Copies every table into an empty database, in one transaction: what fails leaves it empty. Both sides are then read
 * again, and must have the same rows. @throws Error in words for the operator
 */
export function moveRows(from: Db, to: Db, progress: Progress = () => {}): Promise<Moved[]> {
  const ordered = inOrderOfKeys(tables);
  return to.transaction(async (tx) => {
    await requireEmpty(tx, ordered);
    const copied: Moved[] = [];
    for (const table of ordered) copied.push(await copyTable(from, tx, table, progress));
    for (const [at, table] of ordered.entries()) {
      const [ours, theirs] = [await sumTable(from, table), await sumTable(tx, table)];
      const { rows, checksum } = copied[at] ?? ours;
      if (ours.checksum !== checksum || ours.rows !== rows)
        throw new Error(`Somebody wrote to ${ours.table} meanwhile. Stop every process of the hub, then move again.`);
      if (theirs.checksum !== checksum || theirs.rows !== rows)
        throw new Error(`${ours.table} did not arrive as it was: ${theirs.rows} of ${rows} rows. Nothing was kept.`);
    }
    return copied;
  });
}

/** Those that others refer to come first. */
export function inOrderOfKeys(all: SQLiteTable[]): SQLiteTable[] {
  const ordered = new Set<SQLiteTable>();
  const add = (table: SQLiteTable): void => {
    for (const key of getTableConfig(table).foreignKeys) {
      const { foreignTable } = key.reference();
      if (foreignTable !== table && !ordered.has(foreignTable)) add(foreignTable);
    }
    ordered.add(table);
  };
  all.forEach(add);
  return [...ordered];
}

async function requireEmpty(to: Queries, all: SQLiteTable[]): Promise<void> {
  for (const table of all)
    if ((await to.select().from(table).limit(1)).length > 0)
      throw new Error(`The target is not empty: ${getTableConfig(table).name} has rows. Give an empty database.`);
}

async function copyTable(from: Db, to: Queries, table: SQLiteTable, progress: Progress): Promise<Moved> {
  const { name } = getTableConfig(table);
  const total = await from.$count(table);
  const sum = openSum(table);
  for await (const rows of readPages(from, table)) {
    await to.insert(table).values(rows);
    sum.add(rows);
    progress(name, sum.result().rows, total);
  }
  return sum.result();
}

async function sumTable(db: Queries, table: SQLiteTable): Promise<Moved> {
  const sum = openSum(table);
  for await (const rows of readPages(db, table)) sum.add(rows);
  return sum.result();
}

/** By its key where it has one, which costs the same at every page. */
async function* readPages(db: Queries, table: SQLiteTable): AsyncGenerator<Row[]> {
  const columns: Record<string, SQLiteColumn> = getTableColumns(table);
  const size = Object.values(columns).some((column) => column.getSQLType() === "blob") ? ROWS_WITH_BYTES : ROWS;
  const [key, column] = Object.entries(columns).find(([, { primary }]) => primary) ?? [];
  const order = column ? [asc(column)] : Object.values(columns).map((each) => asc(each));
  let last: unknown;
  for (let read = 0; ; read += size) {
    const after = column && read > 0 ? gt(column, last) : undefined;
    const query = db
      .select()
      .from(table)
      .where(after)
      .orderBy(...order)
      .limit(size);
    const rows: Row[] = await (column ? query : query.offset(read));
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = key && rows.at(-1)?.[key];
  }
}

const MODULUS = 2n ** 256n;

/** The sum of its rows' hashes: whatever order the two databases give them in. */
function openSum(table: SQLiteTable) {
  const names = Object.keys(getTableColumns(table));
  let rows = 0;
  let sum = 0n;
  return {
    add(page: Row[]): void {
      rows += page.length;
      for (const row of page) {
        const text = JSON.stringify(names.map((name) => canonical(row[name])));
        sum = (sum + BigInt(`0x${createHash("sha256").update(text).digest("hex")}`)) % MODULUS;
      }
    },
    result: (): Moved => ({ table: getTableConfig(table).name, rows, checksum: sum.toString(16).padStart(64, "0") }),
  };
}

const canonical = (value: unknown): unknown =>
  value instanceof Uint8Array ? { bytes: createHash("sha256").update(value).digest("hex") } : (value ?? null);
