// npm run backup [FILE]: a copy of the SQLite database while the hub runs. npm run restore -- FILE: the way back.
import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { backUp, restore, stampOf, type Contents } from "#db/backup.ts";
import { isPostgres, toPath } from "#db/to-path.ts";
import { readSettings, type Config } from "#server/core/config.ts";
import { requireStopped } from "./require-stopped.ts";

const POSTGRES = "This hub's database is PostgreSQL: use pg_dump and pg_restore, or your provider's backups.";
const KEYS =
  "The keys in DATA_DIR (files beside the database) are not in it. Keep them in another place: without them nobody opens what is sealed.";

const now = new Date();

function pathOf({ databaseUrl }: Config): string {
  if (isPostgres(databaseUrl)) throw new Error(POSTGRES);
  return toPath(databaseUrl);
}

const say = (contents: Contents): string => {
  const { escalations = 0, messages = 0, votes = 0, outbox = 0 } = contents;
  return `${escalations} cases, ${messages} messages, ${votes} votes, ${outbox} deliveries`;
};

async function run(what: string | undefined, file: string | undefined): Promise<string> {
  const config = readSettings();
  const database = pathOf(config);
  if (what === "backup") {
    const target = path.resolve(file ?? path.join("backups", `handrail-${stampOf(now)}.db`));
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    return `${target}: ${say(backUp(database, target))}. It opens, and is whole.\n${KEYS}`;
  }
  if (!file) throw new Error("Say which file: npm run restore -- backups/handrail-….db");
  await requireStopped(config, "Stop it first, then restore.");
  const { contents, kept } = restore(path.resolve(file), database, now);
  return `Restored: ${say(contents)}.${kept ? `\nWhat was there before is in ${kept}.` : ""}`;
}

try {
  process.stdout.write(`${await run(...(process.argv.slice(2) as [string?, string?]))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
