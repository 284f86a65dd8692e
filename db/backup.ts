import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/** What a backup holds: rows by table. */
export type Contents = Record<string, number>;

/**
 * A copy of a SQLite database as it is now, while others read and write it. `target` must not be there yet; it is the
 * owner's only. @throws Error when it cannot be made, or does not open as it should afterwards
 */
export function backUp(path: string, target: string): Contents {
  if (existsSync(target)) throw new Error(`${target} is there already.`);
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    database.prepare("VACUUM INTO ?").run(target);
  } finally {
    database.close();
  }
  chmodSync(target, 0o600);
  return inspect(target);
}

/**
 * Puts a backup in the place of a database that nobody uses. What stood there stays beside it.
 * @returns where, null when there was nothing. @throws Error for a file that is no sound backup
 */
export function restore(backup: string, path: string, now: Date): { contents: Contents; kept: string | null } {
  const contents = inspect(backup);
  const kept = existsSync(path) ? `${path}.before-${stampOf(now)}` : null;
  // What is not yet in the file is in its log.
  if (kept) foldLog(path);
  if (kept) renameSync(path, kept);
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
  copyFileSync(backup, path);
  chmodSync(path, 0o600);
  return { contents, kept };
}

/** `2026-11-28T00-31-05`: for the name of a file. */
export const stampOf = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(":", "-");

function foldLog(path: string): void {
  const database = new Database(path);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function inspect(file: string): Contents {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const [found] = database.pragma("integrity_check") as { integrity_check: string }[]; // the pragma's one column
    if (found?.integrity_check !== "ok") throw new Error(`${file} is damaged: ${found?.integrity_check}`);
    const names = database
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .pluck()
      .all();
    if (!names.includes("escalations")) throw new Error(`${file} is no database of a hub.`);
    return Object.fromEntries(names.map((name) => [name, countRows(database, name)]));
  } finally {
    database.close();
  }
}

const countRows = (database: Database.Database, table: string): number =>
  database.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0;
