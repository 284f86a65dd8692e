// npm run desk:link: prints a link that makes an admin account for the desk, once, within a day. The server may be running.
import process from "node:process";
import { openDatabase } from "#db/database.ts";
import { createDeskLink } from "#server/auth/desk-link.ts";
import { systemClock } from "#server/core/clock.ts";
import { readSettings } from "#server/core/config.ts";

try {
  const config = readSettings();
  const db = await openDatabase(config.databaseUrl);
  const link = await createDeskLink({ db, clock: systemClock }, config.publicUrl);
  await db.close();
  process.stdout.write(`${link}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
