/** The database cannot do it now: locked, full, read-only, away. The same call may work later; nothing was written. */
export class DatabaseUnavailable extends Error {
  constructor(why: string, cause?: unknown) {
    super(`The database is not available: ${why}`, { cause });
    this.name = "DatabaseUnavailable";
  }
}

export const isUnavailable = (error: unknown): boolean => error instanceof DatabaseUnavailable;

/** A row with the same unique key is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "23505"].includes(codeOf(error));

const SQLITE_AWAY = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM|PROTOCOL)/;
// Connection exceptions, resources, operator intervention; read-only, serialization, deadlock, lock not available.
const POSTGRES_AWAY = /^(08...|53...|57P..|25006|40001|40P01|55P03)$/;
const NETWORK_AWAY = /^(ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_AGAIN$|EHOSTUNREACH$|ENETUNREACH$|ENOENT$)/;
// What pg says without a code.
const PG_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|read timeout|timeout expired|after calling end|not queryable/;

/** What a driver throws becomes DatabaseUnavailable where waiting may help, and stays itself elsewhere. */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || isUnavailable(error)) return error;
  const code = codeOf(error);
  const away = [SQLITE_AWAY, POSTGRES_AWAY, NETWORK_AWAY].some((codes) => codes.test(code));
  return away || PG_WORDS.test(error.message) ? new DatabaseUnavailable(code || error.message, error) : error;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
