import { accessSync, constants, mkdirSync } from "node:fs";
import { type Db, openDatabase } from "#db/database.ts";
import { isUnavailable } from "#db/errors.ts";
import { isPostgres } from "#db/to-path.ts";
import type { Config } from "./core/config.ts";
import { wordsOf } from "./core/errors.ts";

/** Makes DATA_DIR, and opens the database. @throws Error in words for the operator. */
export async function openData({ dataDir, databaseUrl }: Config): Promise<Db> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Error(`${wordsOf(error)}\nDATA_DIR must be a folder that the hub's user may write to.`, { cause: error });
  }
  try {
    return await openDatabase(databaseUrl);
  } catch (error) {
    // what has no code is the hub's own words, such as that a newer version has used the database
    if (!isUnavailable(error) && !(error instanceof Error && "code" in error)) throw error;
    throw new Error(`${wordsOf(error)}\n${whatToLookAt(databaseUrl)}`, { cause: error });
  }
}

/** What an operator looks at when the database does not open. Shows no password. */
export const whatToLookAt = (databaseUrl: string): string =>
  isPostgres(databaseUrl)
    ? `Look whether PostgreSQL runs at ${new URL(databaseUrl).host}, and at host, user, password and name in DATABASE_URL.`
    : "Look whether the disk is full, at the file's rights and at DATA_DIR; if it is damaged, npm run restore -- FILE puts a backup back.";
