import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { Dialect } from "./driver.ts";
import { readMigrations } from "./migrate.ts";
import { COMMAND_BOUNDS, onPostgres } from "./on-postgres.ts";
import { isPostgres, toPath } from "./to-path.ts";

/** What somebody sees who opens a database without changing it. */
export type Inspection = {
  dialect: Dialect;
  /** What a newer version's start would bring. */
  pending: string[];
  /** What a newer version has brought already. */
  unknown: string[];
  /** null: it is. */
  notWritable: string | null;
  /** null: none was found. PostgreSQL looks after its pages itself. */
  damage: string | null;
  /** PostgreSQL's own. */
  now: Date | null;
  /** null: there are no tables yet. */
  outbox: { waiting: number; dead: number; oldestDueAt: Date | null } | null;
  /** When what is too old was last deleted, of the kind that waits longest; null: never, or not known. */
  cleanedAt: Date | null;
  /** Names of the keys that customers' access to CRMs and webhooks' secrets are sealed with. */
  sealedWith: string[];
};

type Ask = (sql: string) => Promise<unknown[][]>;

/** Looks at what a DATABASE_URL names; null for a file that is not there yet. @throws Error when it cannot be opened */
export async function inspectDatabase(url: string): Promise<Inspection | null> {
  if (isPostgres(url)) return inspectPostgres(url);
  const path = toPath(url);
  return existsSync(path) ? inspectSqlite(path) : null;
}

const inspectPostgres = (url: string): Promise<Inspection> =>
  onPostgres({ connectionString: url, application_name: "handrail doctor", ...COMMAND_BOUNDS }, async (client) => {
    const ask: Ask = async (text) => (await client.query<unknown[]>({ text, rowMode: "array" })).rows;
    const [[readOnly, now] = []] = await ask("select current_setting('transaction_read_only'), now()");
    const found = await look(ask, "postgres", "select to_regclass('migrations') is not null");
    const notWritable = readOnly === "on" ? "it is read-only" : null;
    return { ...found, notWritable, damage: null, now: now instanceof Date ? now : null };
  });

async function inspectSqlite(path: string): Promise<Inspection> {
  const database = new Database(path, { timeout: 3000, fileMustExist: true });
  try {
    const ask: Ask = (sql) => Promise.resolve(database.prepare<[], unknown[]>(sql).raw().all());
    const [[verdict] = []] = await ask("pragma quick_check(1)");
    if (verdict !== "ok") {
      const nothing = { pending: [], unknown: [], outbox: null, cleanedAt: null, sealedWith: [] };
      return { dialect: "sqlite", ...nothing, notWritable: null, damage: String(verdict), now: null };
    }
    const found = await look(ask, "sqlite", "select count(*) from sqlite_schema where name = 'migrations'");
    return { ...found, notWritable: whyNotWritable(database), damage: null, now: null };
  } finally {
    database.close();
  }
}

function whyNotWritable(database: Database.Database): string | null {
  try {
    database.exec("begin immediate; rollback");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Sealed text begins with `s1.` and the eight characters that name its key, see server/core/seal.ts. */
const SEALED_WITH = `select substr("grant", 4, 8) from connections where "grant" is not null
  union select substr(secret, 4, 8) from webhooks`;

async function look(ask: Ask, dialect: Dialect, hasTables: string) {
  const known = readMigrations(dialect).map(({ name }) => name);
  const [[exists] = []] = await ask(hasTables);
  const applied = exists ? (await ask("select name from migrations")).map(([name]) => String(name)) : [];
  const pending = known.filter((name) => !applied.includes(name));
  const unknown = applied.filter((name) => !known.includes(name));
  const outbox = applied.length > 0 ? await countOutbox(ask) : null;
  const [[cleaned = null] = []] = pending.length > 0 ? [] : await ask("select min(cleaned_at) from cleanings");
  const sealed = pending.length > 0 ? [] : await ask(SEALED_WITH);
  const sealedWith = sealed.map(([key]) => String(key));
  return { dialect, pending, unknown, outbox, cleanedAt: toMoment(cleaned), sealedWith };
}

async function countOutbox(ask: Ask): Promise<Inspection["outbox"]> {
  const rows = await ask(
    "select state, count(*), min(next_at) from outbox where state in ('waiting', 'dead') group by state",
  );
  const of = (state: string) => rows.find(([known]) => known === state);
  const [, waiting = 0, oldest = null] = of("waiting") ?? [];
  return { waiting: Number(waiting), dead: Number(of("dead")?.[1] ?? 0), oldestDueAt: toMoment(oldest) };
}

/** A driver's: text from SQLite, a Date from PostgreSQL. */
const toMoment = (value: unknown): Date | null => (value === null ? null : new Date(value as string | Date));
