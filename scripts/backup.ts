// npm run backup [FILE]: a copy of the SQLite database while the hub runs. npm run restore -- FILE: the way back.
import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { backUp, restore, stampOf, type Contents } from "#db/backup.ts";
import { isPostgres, toPath } from "#db/to-path.ts";
import { readSettings, type Config } from "#server/core/config.ts";
import { findMissingKeys } from "#server/core/hub-keys.ts";
import { secretFile, secretsFolder } from "#server/core/secrets.ts";
import { sayCount } from "./say-count.ts";
import { fail } from "./fail.ts";

const POSTGRES = `This hub's database is PostgreSQL. With the hub's settings:
  pg_dump --format=custom --file=handrail.dump "$DATABASE_URL"
  pg_restore --clean --if-exists --no-owner --single-transaction --dbname="$DATABASE_URL" handrail.dump   (the hub stopped)
DATA_DIR/secrets is in neither: keep it too. More: docs/running.md, Backups.`;

const sayKeys = (config: Config): string =>
  `The keys are not in it. Keep ${secretsFolder(config.dataDir)} and your settings in another place: nobody opens what is sealed without them.`;

/** On a new machine the keys come too, before a start makes others. */
function sayMissing(config: Config): string {
  const missing = findMissingKeys(config);
  if (missing.length === 0) return "";
  const files = missing.map((name) => secretFile(config.dataDir, name)).join(" and ");
  return `\nBefore you start the hub: put back ${files}, as the lost machine had it (or set AUTH_SECRET and SEALING_KEYS to what stood there). Without, a start makes new keys, and receipts' links, sessions, CRM access and webhooks from before do not work.`;
}

const now = new Date();

function pathOf({ databaseUrl }: Config): string {
  if (isPostgres(databaseUrl)) throw new Error(POSTGRES);
  return toPath(databaseUrl);
}

const say = (contents: Contents): string => {
  const { escalations = 0, messages = 0, votes = 0, outbox = 0 } = contents;
  return [
    sayCount(escalations, "case"),
    sayCount(messages, "message"),
    sayCount(votes, "vote"),
    sayCount(outbox, "delivery", "deliveries"),
  ].join(", ");
};

async function run(what: string | undefined, file: string | undefined): Promise<string> {
  const config = readSettings();
  const database = pathOf(config);
  if (what === "backup") {
    const target = path.resolve(file ?? path.join("backups", `handrail-${stampOf(now)}.db`));
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    return `${target}: ${say(backUp(database, target))}. It opens, and is whole.\n${sayKeys(config)}`;
  }
  if (!file) throw new Error("Say which file: npm run restore -- backups/handrail-….db");
  const { contents, kept } = restore(path.resolve(file), database, now);
  return `Restored: ${say(contents)}.${kept ? `\nWhat was there before is in ${kept}.` : ""}${sayMissing(config)}`;
}

try {
  process.stdout.write(`${await run(...(process.argv.slice(2) as [string?, string?]))}\n`);
} catch (error) {
  fail(error);
}
