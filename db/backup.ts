import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import Database from "better-sqlite3";
import { takeAlone } from "./take-alone.ts";

/** What a backup holds: rows by table. */
export type Contents = Record<string, number>;

/**
 * A copy of a SQLite database as it is now, while others read and write it. `target` must not be there yet; it is the
 * owner's only. @throws Error when it cannot be made, or does not open as it should afterwards
 */
export function backUp(path: string, target: string): Contents {
  if (existsSync(target)) throw new Error(`${target} is there already.`);
  // SQLite writes into a file that is empty, and would make one that others may read
  closeSync(openSync(target, "wx", 0o600));
  try {
    copyInto(target, path);
    return inspect(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

function copyInto(target: string, path: string): void {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    database.prepare("VACUUM INTO ?").run(target);
  } catch (error) {
    throw error instanceof Database.SqliteError && error.code === "SQLITE_NOTADB"
      ? new Error(`${path} is no database of a hub.`)
      : error;
  } finally {
    database.close();
  }
}

/**
 * Puts a backup in the place of a database that nobody uses: whole, or not at all. What stood there stays beside it.
 * @returns where, null when there was nothing. @throws Error for a file that is no sound backup, and while a hub runs
 */
export function restore(backup: string, path: string, now: Date): { contents: Contents; kept: string | null } {
  if (!existsSync(backup)) throw new Error(`There is no ${backup}. Give the file that npm run backup wrote.`);
  if (existsSync(path) && realpathSync(backup) === realpathSync(path))
    throw new Error(`${backup} is the hub's own database. Give the file that npm run backup wrote.`);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = existsSync(path) ? takeAlone(path, "Stop it, then restore.") : null;
  const draft = `${path}.restoring-${process.pid}`;
  try {
    const contents = backUp(backup, draft);
    // Root restores for the user that the hub runs as.
    if (process.getuid?.() === 0) chownLike(release ? path : folder, draft);
    syncToDisk(draft);
    // There nobody renames what is open: neither this process, nor another one under a hub.
    if (process.platform === "win32") release?.();
    const kept = release && keepBeside(path, now);
    for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
    renameSync(draft, path);
    if (process.platform !== "win32") syncToDisk(folder);
    return { contents, kept };
  } finally {
    release?.();
    rmSync(draft, { force: true });
  }
}

/** `2026-11-28T00-31-05`: for the name of a file. */
export const stampOf = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(":", "-");

/** A second name for what stands there, that nothing else has: two restores may come within a second. @returns the name */
function keepBeside(path: string, now: Date): string {
  const name = `${path}.before-${stampOf(now)}`;
  for (let nth = 1; ; nth++) {
    const kept = nth === 1 ? name : `${name}-${nth}`;
    if (existsSync(kept)) continue;
    linkSync(path, kept);
    return kept;
  }
}

function syncToDisk(file: string): void {
  const open = openSync(file, "r");
  fsyncSync(open);
  closeSync(open);
}

function chownLike(file: string, target: string): void {
  const { uid, gid } = statSync(file);
  chownSync(target, uid, gid);
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
