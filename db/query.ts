/** Conditions that SQLite and PostgreSQL would each say differently. */
import { and, type AnyColumn, eq, gt, gte, is, isNull, lt, lte, or, SQL, sql } from "drizzle-orm";
import type { Dialect } from "./driver.ts";

/** `text` stands somewhere in the column, in small or capital letters. */
export const containsInsensitive = (column: AnyColumn, text: string): SQL => {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${column}) like ${sql.param(pattern, column)} escape '\\'`;
};

/** The same text, in small or capital letters; an index on `lower(column)` serves it. */
export const equalsInsensitive = (column: AnyColumn, text: string): SQL =>
  sql`lower(${column}) = ${sql.param(text.toLowerCase(), column)}`;

/** This piece of JSON stands somewhere in a column of JSON, in small or capital letters. */
export const holdsJson = (column: AnyColumn, piece: string): SQL => {
  const pattern = `%${piece.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
};

/** Ends a subselect of rows to claim: passes over those that another process is claiming. SQLite has one writer anyway. */
export const skipLocked = (dialect: Dialect): SQL => sql.raw(dialect === "postgres" ? " for update skip locked" : "");

/** The column's value and so much more, counted by the database: for updates and upserts that many make at once. */
export const increased = (column: AnyColumn, by = 1): SQL => sql`${column} + ${by}`;

/** How many rows of a group a condition holds for. */
export const countWhere = (condition: SQL | undefined): SQL<number> =>
  sql`count(case when ${condition} then 1 end)`.mapWith(Number);

/** The sum over the rows of a group that fit, 0 where none does. */
export const sumWhere = (column: AnyColumn, fits: SQL): SQL<number> =>
  sql`coalesce(sum(case when ${fits} then ${column} else 0 end), 0)`.mapWith(Number);

/** False, or not said. */
export const notTrue = (flag: AnyColumn): SQL | undefined => or(isNull(flag), eq(flag, false));

const DIRECTIONS = { up: { within: gte, past: gt }, down: { within: lte, past: lt } };

/** The last row that was read: what it is ordered by, as the column takes it or the database itself has it, and its id. */
type Last = { by: unknown; id: string };

/** Rows behind that one, in the order of a column, or of what is made of some, and the id, both `up` or both `down`. */
export function rowsBehind(last: Last, by: AnyColumn | SQL, id: AnyColumn, way: keyof typeof DIRECTIONS) {
  const { within, past } = DIRECTIONS[way];
  const at = sql`${by}`;
  const lastAt = is(by, SQL) ? last.by : sql.param(last.by, by);
  // the first condition says nothing new, but an index begins there
  return and(within(at, lastAt), or(past(at, lastAt), past(id, last.id)));
}

/** The column's value, or this one where it has none. */
export const valueOr = (column: AnyColumn, value: unknown): SQL =>
  sql`coalesce(${column}, ${sql.param(value, column)})`;
