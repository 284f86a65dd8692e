import type { AsyncRemoteCallback } from "drizzle-orm/sqlite-proxy";

export type Dialect = "sqlite" | "postgres";

export type Rows = { rows: unknown[]; /** rows written */ changes: number };

/** Runs one statement. Rows are arrays in the order selected; for `get`, `rows` is the first row itself. */
export type Execute = (sql: string, params: unknown[], method: Parameters<AsyncRemoteCallback>[2]) => Promise<Rows>;

export type TransactionOptions = {
  /** At a power cut. SQLite does not wait for the disk then; PostgreSQL, which holds nobody else up, does. */
  mayBeLost?: boolean;
};

/** What stands between Drizzle and a database. Both give and take the same values for every type of db/columns.ts. */
export type Driver = {
  dialect: Dialect;
  execute: Execute;
  /** Runs `work` between BEGIN and COMMIT on one connection; an error rolls back and is thrown on. */
  transaction: <T>(work: (execute: Execute) => Promise<T>, options?: TransactionOptions) => Promise<T>;
  /** SQLite's log of writes has what was deleted until it is emptied; PostgreSQL sees to its own. */
  sweep: () => Promise<void>;
  close: () => Promise<void>;
};

/** Parameters of raw SQL as columns would have written them. */
export const toDriverValue = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" ? Number(value) : value;
};

/** `get` wants the first row in place of the list. */
export const shapeRows = (rows: unknown[], method: Parameters<Execute>[2], changes: number): Rows =>
  // Drizzle takes `rows` of a `get` as one row, or undefined, though its type says a list.
  ({ rows: method === "get" ? (rows[0] as unknown[]) : rows, changes });
