/** Conditions that SQLite and PostgreSQL would each say differently. */
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Dialect } from "./driver.ts";

/** `text` stands somewhere in the column, in small or capital letters. */
export const containsInsensitive = (column: AnyColumn, text: string): SQL => {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${column}) like ${sql.param(pattern, column)} escape '\\'`;
};

/** Ends a subselect of rows to claim: passes over those that another process is claiming. SQLite has one writer anyway. */
export const skipLocked = (dialect: Dialect): SQL => sql.raw(dialect === "postgres" ? " for update skip locked" : "");

/** The column's value and so much more, counted by the database: for updates and upserts that many make at once. */
export const increased = (column: AnyColumn, by = 1): SQL => sql`${column} + ${by}`;

/** In small letters, as an index of them has it. */
export const lowered = (column: AnyColumn): SQL<string> => sql<string>`lower(${column})`;

/** The column's value, or this one where it has none. */
export const valueOr = (column: AnyColumn, value: unknown): SQL =>
  sql`coalesce(${column}, ${sql.param(value, column)})`;
