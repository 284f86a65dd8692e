import { and, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Queries } from "#db/database.ts";
import { holdsJson } from "#db/query.ts";
import { namesAddress } from "./names-address.ts";

type Looked = {
  /** What a row is known by. */
  id: SQLiteColumn;
  /** Columns of text or JSON. */
  texts: SQLiteColumn[];
  within?: SQL | undefined;
};

/**
 * Ids of the rows in whose texts an address stands. The database finds its letters; that they are no piece of a longer
 * address, which is somebody else's, is seen here, for the two databases have no one way to say it.
 */
export async function findNamingRows(db: Queries, table: SQLiteTable, looked: Looked, address: string) {
  const { id, texts, within } = looked;
  const columns = Object.fromEntries(texts.map((column) => [column.name, column]));
  const rows = await db
    .select({ id, ...columns })
    .from(table)
    .where(and(within, or(...texts.map((column) => holdsJson(column, address)))));
  return rows.filter(({ id: _id, ...said }) => namesAddress(said, address)).map((row) => String(row.id));
}
