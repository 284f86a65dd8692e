// npm run move -- FROM TO: every row of one database into another, empty one. SQLite to PostgreSQL, or back.
import process from "node:process";
import { openDatabase } from "#db/database.ts";
import { inspectDatabase } from "#db/inspect.ts";
import { moveRows } from "#db/move.ts";
import { requireUnused } from "#db/take-alone.ts";
import { isPostgres, toPath } from "#db/to-path.ts";
import { sayCount } from "./say-count.ts";
import { fail } from "./fail.ts";

const USAGE = "Say from where to where: npm run move -- file:./data/handrail.db postgres://user:password@host/name";

/** A source is not changed, not by a new version's tables either. */
async function requireWhole(from: string): Promise<void> {
  const found = await inspectDatabase(from);
  if (!found?.outbox)
    throw new Error(
      `There is no hub's database to move from at ${isPostgres(from) ? new URL(from).host : toPath(from)}.`,
    );
  if (found.damage) throw new Error(`The database to move from is damaged: ${found.damage}.`);
  if (found.pending.length + found.unknown.length > 0)
    throw new Error("The database to move from is of another version. Start this version with it once, and stop it.");
}

const say = (text: string): void => void process.stdout.write(text);

async function run([from, to, ...more]: string[]): Promise<void> {
  if (!from || !to || more.length > 0) throw new Error(USAGE);
  await requireWhole(from);
  for (const url of [from, to]) await requireUnused(url, "Stop every process of it, then move.");
  const [source, target] = [await openDatabase(from), await openDatabase(to)];
  try {
    const moved = await moveRows(source, target, (table, rows, of) => say(`  ${table}: ${rows} of ${of}\n`));
    for (const { table, rows, checksum } of moved)
      say(`${table.padEnd(24)} ${sayCount(rows, "row")}, ${checksum.slice(0, 16)}\n`);
    say("Both have the same rows. Set DATABASE_URL to the new one; the old one is as it was.\n");
    say("Take DATA_DIR with you: its keys open what is sealed.\n");
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  fail(error);
}
