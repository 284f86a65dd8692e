/**
 * `npm run db:generate [name]`: writes the next migration of both databases from db/schema.
 * `npm run db:generate -- --whole` starts over with one initial migration, as long as nobody runs a release.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as kit from "drizzle-kit/api";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { CASING, postgresTables } from "./columns.ts";
import type { Dialect } from "./driver.ts";
import { migrationsFolder } from "./migrate.ts";
import { tables } from "./tables.ts";

type Snapshot = Record<string, unknown>;
/** drizzle-kit's own types of a snapshot come out as `any` beside zod 4. */
type Kit = {
  snapshot: (tables: SQLiteTable[]) => Promise<Snapshot>;
  diff: (from: Snapshot, to: Snapshot) => Promise<string[]>;
};

const named = (list: object[]) => Object.fromEntries(list.map((table, index) => [`table${index}`, table]));
const KITS: Record<Dialect, Kit> = {
  sqlite: {
    snapshot: async (list) => (await kit.generateSQLiteDrizzleJson(named(list), undefined, CASING)) as Snapshot,
    diff: kit.generateSQLiteMigration,
  },
  postgres: {
    snapshot: async (list) =>
      kit.generateDrizzleJson(named(postgresTables(list)), undefined, undefined, CASING) as Snapshot,
    diff: kit.generateMigration,
  },
};

/** What the schema has and the migrations do not: statements, and the snapshot after them. */
export async function pendingChanges(dialect: Dialect): Promise<{ statements: string[]; snapshot: Snapshot }> {
  const { snapshot, diff } = KITS[dialect];
  const file = join(migrationsFolder(dialect), "snapshot.json");
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Snapshot) : await snapshot([]);
  // Random ids would make every regeneration a change.
  const after = { ...(await snapshot(tables)), id: "", prevId: "" };
  return { statements: await diff(before, after), snapshot: after };
}

/** @returns what became of it, for the terminal */
async function writeMigration(dialect: Dialect, name: string | undefined, whole: boolean): Promise<string> {
  const folder = migrationsFolder(dialect);
  if (whole) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { statements, snapshot } = await pendingChanges(dialect);
  if (statements.length === 0) return `${dialect}: nothing to change\n`;
  const number = readdirSync(folder).filter((file) => file.endsWith(".sql")).length;
  const file = `${String(number).padStart(4, "0")}_${name ?? (number === 0 ? "initial" : "changes")}.sql`;
  writeFileSync(join(folder, file), `${statements.join("\n--> statement-breakpoint\n")}\n`);
  writeFileSync(join(folder, "snapshot.json"), `${JSON.stringify(snapshot, null, 2)}\n`);
  return `${dialect}: ${file}\n`;
}

if (import.meta.main) {
  const name = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
  for (const dialect of ["sqlite", "postgres"] as const) {
    process.stdout.write(await writeMigration(dialect, name, process.argv.includes("--whole")));
  }
}
