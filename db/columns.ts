/**
 * The only file that spells two dialects. Tables are Drizzle's SQLite tables, and Drizzle's SQLite query builder writes
 * the SQL for both databases (docs/adr/0002); PostgreSQL's own types matter to migrations alone: `postgresTables`.
 * A property `articleId` is the column `article_id`.
 */
import { is, SQL } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import { customType, getTableConfig, type SQLiteTable, text } from "drizzle-orm/sqlite-core";

export { index, sqliteTable as table, uniqueIndex } from "drizzle-orm/sqlite-core";

export const CASING = "snake_case";

/** Text as both databases can hold it: whole Unicode characters, and no NUL, which PostgreSQL refuses. */
export const str = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => value.toWellFormed().replaceAll("\0", "\u{fffd}"),
});

/** A whole number, as far as JavaScript counts exactly (±2^53). Throws RangeError for any other. */
export const int = customType<{ data: number; driverData: number }>({
  dataType: () => "integer",
  toDriver: (value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that a column can hold`);
    return value;
  },
});

/** A number with a fraction, as JavaScript has it. */
export const real = customType<{ data: number; driverData: number }>({ dataType: () => "real" });

export const bool = customType<{ data: boolean; driverData: number }>({
  dataType: () => "boolean",
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => value === 1,
});

/** A moment in UTC, to the millisecond. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => "timestamp",
  toDriver: (value) => value.toISOString(),
  fromDriver: (value) => new Date(value),
});

/** Bytes as they are, such as a file's. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "blob",
  fromDriver: (value) => new Uint8Array(value),
});

const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value) as unknown,
});

/** Any JSON, kept as the text it was written as: what is signed must not be reordered. */
export const json = <T>() => jsonText().$type<T>();

/** One of a list of words. */
export const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]]) => text({ enum: words });

const POSTGRES_TYPES: Record<string, string> = {
  text: "text",
  integer: "bigint",
  real: "double precision",
  boolean: "boolean",
  timestamp: "timestamp (3) with time zone",
  blob: "bytea",
};

type Twin = pg.PgTableWithColumns<pg.TableConfig>;

/** The same tables for drizzle-kit, which writes PostgreSQL's migrations from them. */
export function postgresTables(tables: SQLiteTable[]): pg.PgTable[] {
  const twins = new Map<string, Twin>();
  for (const source of tables) twins.set(getTableConfig(source).name, postgresTable(source, twins));
  return [...twins.values()];
}

function postgresTable(source: SQLiteTable, twins: Map<string, Twin>): Twin {
  const { name, columns, foreignKeys, indexes } = getTableConfig(source);
  const builders = columns.map((column) => {
    const type = POSTGRES_TYPES[column.getSQLType()];
    if (!type) throw new Error(`No PostgreSQL type for ${name}.${column.name}: use the columns of db/columns.ts`);
    const builder = pg.customType<{ data: unknown }>({ dataType: () => type })();
    if (column.notNull) builder.notNull();
    if (column.primary) builder.primaryKey();
    if (column.default !== undefined) builder.default(column.default);
    for (const key of foreignKeys) {
      const { columns: from, foreignColumns: to, foreignTable } = key.reference();
      if (from[0] !== column) continue;
      const target = () => columnOf(twins.get(getTableConfig(foreignTable).name), to[0]?.name);
      builder.references(target, { onDelete: key.onDelete });
    }
    return [column.name, builder] as const;
  });
  return pg.pgTable(name, Object.fromEntries(builders), (twin) =>
    indexes.map(({ config }) => {
      const builder = config.unique ? pg.uniqueIndex(config.name) : pg.index(config.name);
      const [first, ...rest] = config.columns.map((on) => (is(on, SQL) ? on : columnOf(twin, on.name)));
      if (!first) throw new Error(`The index ${config.name} has no columns`);
      const on = builder.on(first, ...rest);
      return config.where ? on.where(config.where) : on;
    }),
  );
}

function columnOf<Column>(columns: Record<string, Column> | undefined, name = ""): Column {
  const column = columns?.[name];
  if (!column) throw new Error(`No column ${name} to refer to: is its table exported from db/schema?`);
  return column;
}
