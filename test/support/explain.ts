import Database from "better-sqlite3";
import pg from "pg";
import type { Db, Tx } from "#db/database.ts";
import { createQueries } from "#db/queries.ts";
import { isPostgres, toPath } from "#db/to-path.ts";

export type Asked = { sql: string; params: unknown[] };

/** A database that has nothing and keeps what it is asked, as the real one would be asked it. */
export function listenToQueries({ dialect }: Pick<Db, "dialect">): { db: Db; asked: Asked[] } {
  const asked: Asked[] = [];
  const queries = createQueries(dialect, async (sql, params) => {
    asked.push({ sql, params });
    // a count always has its one row
    return { rows: sql.startsWith("select count(*) from") ? [[0]] : [], changes: 0 };
  });
  const tx: Tx = { ...queries, dialect, afterCommit: (run) => run() };
  const none = async (): Promise<void> => {};
  return { asked, db: { ...queries, dialect, transaction: (work) => work(tx), ping: none, sweep: none, close: none } };
}

/** How the database would carry a query out, as text; on PostgreSQL without what it prefers while tables are small. */
export async function explainQuery(url: string, { sql, params }: Asked): Promise<string> {
  if (!isPostgres(url)) {
    const db = new Database(toPath(url), { readonly: true });
    db.function("lower", { deterministic: true }, String);
    const rows = db.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[]; // SQLite's columns
    db.close();
    return rows.map(({ detail }) => detail).join("\n");
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query("set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off");
  const { rows } = await client.query<Record<"QUERY PLAN", string>>(`explain ${sql}`, params);
  await client.end();
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

/** The plan of each query that `work` asks, none of them answered. */
export async function explainQueries(url: string, work: (db: Db) => Promise<unknown>): Promise<string[]> {
  const { db, asked } = listenToQueries({ dialect: isPostgres(url) ? "postgres" : "sqlite" });
  await work(db);
  return Promise.all(asked.map((query) => explainQuery(url, query)));
}
