import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type Db, openDatabase } from "#db/database.ts";
import { atEnd } from "./at-end.ts";
import { freshFolder } from "./fresh-folder.ts";

/** An empty database, on SQLite or PostgreSQL as the project says; gone after the test or file that makes it. */
export async function freshDatabase(): Promise<{ db: Db; url: string }> {
  const url = await freshDatabaseUrl();
  const db = await openDatabase(url);
  atEnd(() => db.close());
  return { db, url };
}

/** The address alone, for tests that open it themselves. */
export async function freshDatabaseUrl(): Promise<string> {
  const server = inject("postgres");
  if (server) {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    await asAdmin(server, `create database ${name}`);
    atEnd(() => asAdmin(server, `drop database if exists ${name} with (force)`));
    return `${server}/${name}`;
  }
  return `file:${join(freshFolder(), "handrail.db")}`;
}

async function asAdmin(server: string, statement: string) {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}
