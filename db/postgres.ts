import pg from "pg";
import { type Driver, type Execute, shapeRows, toDriverValue } from "./driver.ts";
import { asDatabaseError } from "./errors.ts";
import { applyMigrations } from "./migrate.ts";
import { onPostgres } from "./on-postgres.ts";

/** Any number, as long as every process of the hub takes the same. */
const MIGRATION_LOCK = 7_246_110_385;

/** Values as SQLite gives them: counts and sums are numbers, booleans 0 or 1, moments ISO text. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.BOOL, (text) => (text === "t" ? 1 : 0));
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export async function openPostgres(url: string): Promise<Driver> {
  await migrate(url);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "handrail",
    max: 10,
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
    keepAlive: true,
  });
  // A connection that breaks, idle or in use, is replaced at the next query; unheard, the event would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  const transaction: Driver["transaction"] = async (work) => {
    const client = await pool.connect().catch(fail);
    let broken = false;
    try {
      await client.query("BEGIN").catch(fail);
      const result = await work(executeOn(client));
      await client.query("COMMIT").catch(fail);
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const sweep = () => Promise.resolve();
  return { dialect: "postgres", execute: executeOn(pool), transaction, sweep, close: () => pool.end() };
}

/** On a connection of its own: a migration may take longer than any query should. */
const migrate = (url: string): Promise<void> =>
  onPostgres({ connectionString: url, application_name: "handrail", connectionTimeoutMillis: 3000 }, async (client) => {
    const execute = executeOn(client);
    await execute("begin", [], "run");
    await execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`, [], "run");
    await applyMigrations(execute, "postgres");
    await execute("commit", [], "run");
  }).catch(fail);

const executeOn =
  (queryable: pg.Pool | pg.ClientBase): Execute =>
  async (text, params, method) => {
    const query = { text, values: params.map(toDriverValue), rowMode: "array" as const, types };
    const result = await queryable.query<unknown[]>(query).catch(fail);
    return shapeRows(result.rows, method, result.rowCount ?? 0);
  };

const fail = (error: unknown): never => {
  throw asDatabaseError(error);
};
