import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { isPostgres, toPath } from "./to-path.ts";
import { COMMAND_BOUNDS, onPostgres } from "./on-postgres.ts";

/**
 * Takes a SQLite file for this process alone, with what stood in its log, until the function it gives is called. A hub
 * holds a lock on the file for as long as it has it open (SQLite does, in WAL mode): seen by every process and container
 * that shares the file, and gone with the process that held it. `todo` ends the message for who has to stop a hub.
 * @throws Error in words where somebody has it open
 */
export function takeAlone(path: string, todo: string): () => void {
  const database = new Database(path, { timeout: 0, fileMustExist: true });
  try {
    database.pragma("journal_mode = DELETE");
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("BEGIN EXCLUSIVE");
    if (database.pragma("journal_mode", { simple: true }) !== "delete") throw inUse(path, todo);
    return () => void database.close();
  } catch (error) {
    database.close();
    throw explain(error, path, todo);
  }
}

/** @throws Error in words where a hub, or a command of it, has this database open now */
export async function requireUnused(url: string, todo: string): Promise<void> {
  if (isPostgres(url)) return requireNoSession(url, todo);
  const path = toPath(url);
  if (existsSync(path)) takeAlone(path, todo)();
}

const requireNoSession = (url: string, todo: string): Promise<void> =>
  onPostgres({ connectionString: url, application_name: "handrail move", ...COMMAND_BOUNDS }, async (client) => {
    const { rows } = await client.query(
      "select 1 from pg_stat_activity where application_name = 'handrail' and datname = current_database() limit 1",
    );
    if (rows.length > 0) throw inUse("the PostgreSQL database", todo);
  });

const inUse = (what: string, todo: string): Error =>
  new Error(`A hub, or a command of it, has ${what} open. ${todo} (systemctl stop handrail, docker compose stop hub.)`);

function explain(error: unknown, path: string, todo: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : "";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return inUse(path, todo);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new Error(
      `${path} is so damaged that nobody can see whether a hub has it open (${code}). Stop the hub, move the file and those beside it that begin with its name to another folder, then do this again.`,
    );
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code))
    return new Error(`${path} cannot be written (${code}). Do this as the user that the hub runs as.`);
  return error;
}
