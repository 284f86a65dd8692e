import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { type Driver, type Execute, shapeRows, toDriverValue } from "./driver.ts";
import { asDatabaseError, DatabaseUnavailable } from "./errors.ts";
import { applyMigrations } from "./migrate.ts";

/** How long a write waits for its turn, and for another process to let go of the file. */
const PATIENCE_MS = 3000;
/** better-sqlite3 waits without letting anything else run, so it waits briefly and we try again. */
const BUSY_TIMEOUT_MS = 20;

/**
 * One connection writes, one statement or transaction after another. Reads outside transactions have a connection of
 * their own (WAL), so that pages do not wait for a writer.
 */
export async function openSqlite(path: string): Promise<Driver> {
  const writer = await openWriter(path);
  // NORMAL, better-sqlite3's default in WAL mode, may lose the last commits at a power cut.
  writer.pragma("synchronous = FULL");
  // What is deleted is overwritten: who was erased is not in the file's free pages either.
  writer.pragma("secure_delete = ON");
  speakUnicode(writer);

  const turns = createTurns();
  const write: Execute = async (sql, params, method) => run(prepare(writer, sql), params, method);
  const transaction: Driver["transaction"] = (work, { mayBeLost = false } = {}) =>
    turns.take(async (deadline) => {
      if (mayBeLost) writer.pragma("synchronous = NORMAL"); // what comes after it waits for the disk, for both
      try {
        await untilFree(deadline, () => writer.exec("BEGIN IMMEDIATE"));
        const result = await work(write);
        await untilFree(deadline, () => writer.exec("COMMIT"));
        return result;
      } catch (error) {
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw error;
      } finally {
        if (mayBeLost) writer.pragma("synchronous = FULL");
      }
    });

  // Rebuilding a table, which SQLite's migrations sometimes must, would trip over keys that point at it.
  writer.pragma("foreign_keys = OFF");
  await transaction((execute) => applyMigrations(execute, "sqlite"));
  writer.pragma("foreign_keys = ON");

  const reader = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  // Pages of what is read again and again, up to 32 MB. By itself SQLite keeps 2, less than the desk's lists go through.
  reader.pragma("cache_size = -32000");
  speakUnicode(reader);

  return {
    dialect: "sqlite",
    execute: async (sql, params, method) => {
      const read = /^\s*(select|with)\b/i.test(sql) ? prepare(reader, sql) : undefined;
      if (read?.readonly) return run(read, params, method);
      return turns.take((deadline) => untilFree(deadline, () => run(prepare(writer, sql), params, method)));
    },
    transaction,
    // while another process reads, some of it stays until the next time
    sweep: () => turns.take(async () => void writer.pragma("wal_checkpoint(TRUNCATE)")),
    close: async () => {
      await turns.ended();
      reader.close();
      writer.close();
    },
  };
}

/** From here on the file is locked against a restore (take-alone.ts), for as long as this process has it open. */
async function openWriter(path: string): Promise<Database.Database> {
  mkdirSync(dirname(path), { recursive: true });
  // Customers' words are in it: a new file is its owner's only, and SQLite gives its other files the same rights.
  closeSync(openSync(path, "a", 0o600));
  const writer = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    await untilFree(Date.now() + PATIENCE_MS, () => writer.pragma("journal_mode = WAL"));
    return writer;
  } catch (error) {
    writer.close();
    const why = "a restore, it seems, has it alone or has just put another file there. Start again when it is done.";
    throw isBusy(error) || isMoved(error) ? new DatabaseUnavailable(why, error) : error;
  }
}

/** One piece of work after another. Each knows until when it may wait for the file. */
function createTurns() {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    take<T>(work: (deadline: number) => Promise<T>): Promise<T> {
      const deadline = Date.now() + PATIENCE_MS;
      const turn = tail.then(() => work(deadline));
      tail = turn.catch(() => undefined);
      return turn.catch((error: unknown) => Promise.reject(asDatabaseError(error)));
    },
    ended: () => tail,
  };
}

const prepare = (connection: Database.Database, sql: string) =>
  mapErrors(() => connection.prepare<unknown[], unknown[]>(sql));

const run = (statement: Database.Statement<unknown[], unknown[]>, params: unknown[], method: Parameters<Execute>[2]) =>
  mapErrors(() => {
    const values = params.map(toDriverValue);
    if (!statement.reader) return { rows: [], changes: statement.run(...values).changes };
    const rows = statement.raw().all(...values);
    return shapeRows(rows, method, rows.length);
  });

function mapErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asDatabaseError(error);
  }
}

/** Tries again while another process holds the file, without holding up the rest of this one. */
async function untilFree<T>(deadline: number, attempt: () => T): Promise<T> {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= deadline) throw error;
      await sleep(BUSY_TIMEOUT_MS);
    }
  }
}

const isBusy = (error: unknown): boolean => {
  const cause = error instanceof DatabaseUnavailable ? error.cause : error;
  return cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY");
};

/** SQLite looks whether the file that it is about to change still has the name by which it was opened. */
const isMoved = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === "SQLITE_READONLY_DBMOVED";

/** SQLite's own `lower` knows ASCII only; PostgreSQL's knows every script. */
const speakUnicode = (connection: Database.Database) =>
  connection.function("lower", { deterministic: true }, (text: unknown) =>
    typeof text === "string" ? text.toLowerCase() : text,
  );
