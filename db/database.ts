import { AsyncLocalStorage } from "node:async_hooks";
import type { Dialect, Driver, Execute, TransactionOptions } from "./driver.ts";
import { openPostgres } from "./postgres.ts";
import { createQueries, type Queries } from "./queries.ts";
import { openSqlite } from "./sqlite.ts";
import { isPostgres, toPath } from "./to-path.ts";

export type { Queries } from "./queries.ts";

/** Inside a transaction. `afterCommit` runs when the rows are there for everybody; never when they are rolled back. */
export type Tx = Queries & { dialect: Dialect; afterCommit: (run: () => void) => void };

export type Db = Queries & {
  dialect: Dialect;
  /** All or nothing. Never await the network inside: everybody else's writes wait. */
  transaction: <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;
  /** Throws DatabaseUnavailable when the database does not answer. */
  ping: () => Promise<void>;
  /** After deleting what nobody may read again: it is in no file of the database any more. PostgreSQL sees to it itself. */
  sweep: () => Promise<void>;
  /** Waits for what is running. */
  close: () => Promise<void>;
};

/**
 * Opens `postgres://…`, or a SQLite file (`file:./data/handrail.db` or a path), and brings its tables up to date. Two
 * processes may open one database at once. Throws DatabaseUnavailable when it cannot be reached.
 */
export async function openDatabase(url: string): Promise<Db> {
  const driver = isPostgres(url) ? await openPostgres(url) : await openSqlite(toPath(url));
  const running = new AsyncLocalStorage<{ open: boolean }>();
  const outside = <T>(run: () => T): T => {
    if (running.getStore()?.open) throw new Error("Inside a transaction use its tx: db would wait for itself");
    return run();
  };
  return {
    ...createQueries(driver.dialect, async (...query) => outside(() => driver.execute(...query))),
    dialect: driver.dialect,
    transaction: async (work, options) => outside(() => runTransaction(driver, running, work, options)),
    ping: async () => void (await driver.execute("select 1", [], "get")),
    sweep: async () => outside(driver.sweep),
    close: driver.close,
  };
}

async function runTransaction<T>(
  driver: Driver,
  running: AsyncLocalStorage<{ open: boolean }>,
  work: (tx: Tx) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  const state = { open: true };
  const afterwards: (() => void)[] = [];
  try {
    const result = await driver.transaction((execute) => {
      const whileOpen: Execute = async (...query) => {
        if (!state.open) throw new Error("This transaction has ended");
        return execute(...query);
      };
      const { dialect } = driver;
      const afterCommit: Tx["afterCommit"] = (run) => void afterwards.push(run);
      return running.run(state, () => work({ ...createQueries(dialect, whileOpen), dialect, afterCommit }));
    }, options);
    state.open = false;
    for (const run of afterwards) run();
    return result;
  } finally {
    state.open = false;
  }
}
