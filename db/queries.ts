import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { SqliteRemoteDatabase, SQLiteRemoteSession } from "drizzle-orm/sqlite-proxy";
import { CASING } from "./columns.ts";
import type { Dialect, Execute } from "./driver.ts";

type Drizzle = SqliteRemoteDatabase;

/** Drizzle's query builder, as far as it is the same on both databases. Await a query to run it. */
export type Queries = Pick<
  Drizzle,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "with" | "$with" | "$count"
>;

/** Drizzle's SQLite builder writes the SQL for both: what it writes is PostgreSQL's too, but for two small things. */
export function createQueries(dialect: Dialect, execute: Execute): Queries {
  const writer = new (dialect === "postgres" ? PostgresWriter : SQLiteAsyncDialect)({ casing: CASING });
  const session = new PlainSession(execute, writer, undefined);
  const drizzle: Drizzle = new SqliteRemoteDatabase("async", writer, session, undefined);
  return {
    select: drizzle.select.bind(drizzle),
    selectDistinct: drizzle.selectDistinct.bind(drizzle),
    insert: drizzle.insert.bind(drizzle),
    update: drizzle.update.bind(drizzle),
    delete: drizzle.delete.bind(drizzle),
    with: drizzle.with.bind(drizzle),
    $with: drizzle.$with,
    $count: drizzle.$count.bind(drizzle),
  };
}

const CONFLICT_TARGET = / on conflict \((?:"[^"]+"\."[^"]+"(?:, )?)+\)/g;

/** PostgreSQL numbers its placeholders, and wants bare names of columns as the target of `on conflict`. */
class PostgresWriter extends SQLiteAsyncDialect {
  override escapeParam(index: number): string {
    return `$${index + 1}`;
  }

  override sqlToQuery(...args: Parameters<SQLiteAsyncDialect["sqlToQuery"]>) {
    const query = super.sqlToQuery(...args);
    return { ...query, sql: query.sql.replace(CONFLICT_TARGET, (target) => target.replaceAll(/"[^"]+"\./g, "")) };
  }
}

/** Drizzle wraps a driver's error in one that quotes the parameters, which are customers' words: not for a log. */
class PlainSession extends SQLiteRemoteSession<Record<string, never>, Record<string, never>> {
  override prepareQuery(...args: Parameters<SQLiteRemoteSession<never, never>["prepareQuery"]>) {
    const query = super.prepareQuery(...args);
    return Object.assign(query, {
      queryWithCache: <T>(_sql: string, _params: unknown[], run: () => Promise<T>) => run(),
    });
  }
}
