import Database from "better-sqlite3";
import pg from "pg";
import type { Dialect } from "#db/driver.ts";
import { createQueries, type Queries } from "#db/queries.ts";

type Asked = { sql: string; params: unknown[] };

/** What `work` asks of a database, none of it answered: each query comes back empty, each count 0. */
async function listQueries(dialect: Dialect, work: (db: Queries) => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  await work(
    createQueries(dialect, async (sql, params) => {
      asked.push({ sql, params });
      // a count always has its one row
      return { rows: sql.startsWith("select count(*) from") ? [[0]] : [], changes: 0 };
    }),
  );
  return asked;
}

/** How the database at `url` would carry out each query that `work` asks, as it says so itself. PostgreSQL is kept from reading whole tables, which small ones are read quickest by. */
export async function explainQueries(url: string, work: (db: Queries) => Promise<unknown>): Promise<string[]> {
  if (url.startsWith("postgres")) return explainPostgres(url, await listQueries("postgres", work));
  const database = new Database(url.replace(/^file:/, ""), { readonly: true });
  database.function("lower", { deterministic: true }, String);
  const plans = (await listQueries("sqlite", work)).map(({ sql, params }) =>
    // an EXPLAIN's rows have their words in `detail`
    (database.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[])
      .map(({ detail }) => detail)
      .join("\n"),
  );
  database.close();
  return plans;
}

async function explainPostgres(url: string, asked: Asked[]): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("set enable_seqscan = off");
  const plans: string[] = [];
  for (const { sql, params } of asked) {
    const { rows } = await client.query<Record<string, string>>(`explain ${sql}`, params);
    plans.push(rows.flatMap((row) => Object.values(row)).join("\n"));
  }
  await client.end();
  return plans;
}
