import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect, Execute } from "./driver.ts";

export const migrationsFolder = (dialect: Dialect): string => join(import.meta.dirname, "migrations", dialect);

/** Applies the migrations that the database has not had yet. Run it in a transaction that keeps other processes out. */
export async function applyMigrations(execute: Execute, dialect: Dialect): Promise<void> {
  await execute("create table if not exists migrations (name text primary key, hash text not null)", [], "run");
  const applied = new Map((await execute("select name, hash from migrations", [], "all")).rows as [string, string][]);
  const known = readMigrations(dialect);
  const later = [...applied.keys()].findLast((name) => known.every((each) => each.name !== name));
  if (later)
    throw new Error(`A newer version has used this database (${later}). Start that version, or restore a backup.`);
  for (const { name, hash, statements } of known) {
    const before = applied.get(name);
    if (before === hash) continue;
    if (before)
      throw new Error(`This database had another migration ${name}. Restore the file, or start a new database.`);
    for (const statement of statements) await execute(statement, [], "run");
    await execute(`insert into migrations (name, hash) values ('${name}', '${hash}')`, [], "run");
  }
}

/** All that this version knows, in their order. */
export function readMigrations(dialect: Dialect) {
  const folder = migrationsFolder(dialect);
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.toSorted().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return {
      name: file.slice(0, -".sql".length),
      hash: createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex"),
      statements: text.split("--> statement-breakpoint"),
    };
  });
}
