import Database from "better-sqlite3";
import pg from "pg";
import { isPostgres, toPath } from "#db/to-path.ts";

/** Every value of every table as text, bytes too; `table.column: value` a line. For looking whether something is anywhere. */
export const dumpDatabase = (url: string): Promise<string[]> =>
  isPostgres(url) ? dumpPostgres(url) : Promise.resolve(dumpSqlite(toPath(url)));

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function dumpSqlite(path: string): string[] {
  const database = new Database(path, { readonly: true });
  const lines: string[] = [];
  // the schema's own table has these columns
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  for (const { name } of tables) {
    const rows = database.prepare<[], Record<string, unknown>>(`select * from ${quote(name)}`).all();
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        lines.push(
          `${name}.${column}: ${value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value)}`,
        );
  }
  database.close();
  return lines;
}

async function dumpPostgres(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `select table_name as table, column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public'`,
  );
  const lines: string[] = [];
  for (const { table, name, type } of columns) {
    const value = type === "bytea" ? `encode(${quote(name)}, 'escape')` : `${quote(name)}::text`;
    const { rows } = await client.query<{ value: string | null }>(`select ${value} as value from ${quote(table)}`);
    for (const row of rows) lines.push(`${table}.${name}: ${row.value}`);
  }
  await client.end();
  return lines;
}
