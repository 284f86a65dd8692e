import { setTimeout as sleep } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./database.ts";
import { skipLocked } from "./query.ts";

type Batches = {
  from: SQLiteTable;
  /** What names a row. */
  key: [SQLiteColumn, ...SQLiteColumn[]];
  where: SQL | undefined;
  /** Rows a statement. */
  size?: number;
  /** Rows at most; the rest waits for the next time. */
  most?: number;
};

/** Others write between two batches, and streams go on. */
const PAUSE_MS = 10;

/**
 * Deletes in many small statements, so that no write waits long for its turn. Several processes may do it at once: what
 * one is deleting the others pass over. @returns how many rows this one deleted
 */
export async function deleteBatches(
  db: Db,
  { from, key, where, size = 500, most = 100_000 }: Batches,
): Promise<number> {
  const named = sql.join([...key], sql`, `);
  const fields = Object.fromEntries(key.map((column, at) => [`key${at}`, column]));
  const old = db.select(fields).from(from).where(where).limit(size).getSQL();
  let deleted = 0;
  for (;;) {
    const gone = await db
      .delete(from)
      .where(sql`(${named}) in (${old}${skipLocked(db.dialect)})`)
      .returning({ key: key[0] });
    deleted += gone.length;
    if (gone.length < size || deleted >= most) return deleted;
    await sleep(PAUSE_MS);
  }
}
