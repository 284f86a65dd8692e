/**
 * `npm run db:generate [name]`: writes the next migration of both databases from db/schema.
 * `npm run db:generate -- --whole` starts over with one initial migration, as long as nobody runs a release.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as kit from "drizzle-kit/api";
import { CASING, postgresTables } from "./columns.ts";
import type { Dialect } from "./driver.ts";
import { migrationsFolder } from "./migrate.ts";
import { tables } from "./tables.ts";

const named = (list: object[]) => Object.fromEntries(list.map((table, index) => [`table${index}`, table]));

/** What the schema has and the migrations do not: statements, and the snapshot after them. */
export async function pendingChanges(dialect: Dialect): Promise<{ statements: string[]; snapshot: object }> {
  const file = join(migrationsFolder(dialect), "snapshot.json");
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as object) : undefined;
  if (dialect === "sqlite") {
    const from = (before ?? (await kit.generateSQLiteDrizzleJson({}))) as kit.DrizzleSQLiteSnapshotJSON;
    const to = await kit.generateSQLiteDrizzleJson(named(tables), undefined, CASING);
    return { statements: await kit.generateSQLiteMigration(from, to), snapshot: to };
  }
  const from = (before ?? kit.generateDrizzleJson({})) as kit.DrizzleSnapshotJSON;
  const to = kit.generateDrizzleJson(named(postgresTables(tables)), undefined, undefined, CASING);
  return { statements: await kit.generateMigration(from, to), snapshot: to };
}

async function writeMigration(dialect: Dialect, name: string | undefined, whole: boolean) {
  const folder = migrationsFolder(dialect);
  if (whole) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { statements, snapshot } = await pendingChanges(dialect);
  if (statements.length === 0) return console.log(`${dialect}: nothing to change`);
  const number = readdirSync(folder).filter((file) => file.endsWith(".sql")).length;
  const file = `${String(number).padStart(4, "0")}_${name ?? (number === 0 ? "initial" : "changes")}.sql`;
  writeFileSync(join(folder, file), `${statements.join("\n--> statement-breakpoint\n")}\n`);
  writeFileSync(join(folder, "snapshot.json"), `${JSON.stringify(snapshot, null, 2)}\n`);
  console.log(`${dialect}: ${file}`);
}

if (import.meta.main) {
  const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  for (const dialect of ["sqlite", "postgres"] as const) {
    await writeMigration(dialect, name, process.argv.includes("--whole"));
  }
}
