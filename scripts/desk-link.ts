// npm run desk:link: prints a link that makes an admin account for the desk, once, within a day. The server may be running.
// With --reset ADDRESS the link sets that account's password; --factors-lost takes its codes and passkeys away at once.
import process from "node:process";
import { parseArgs } from "node:util";
import { openDatabase } from "#db/database.ts";
import { createDeskLink } from "#server/auth/desk-link.ts";
import { resetAtMachine } from "#server/auth/password-resets.ts";
import { systemClock } from "#server/core/clock.ts";
import { readSettings } from "#server/core/config.ts";
import { fail } from "./fail.ts";

try {
  const { values } = parseArgs({ options: { reset: { type: "string" }, "factors-lost": { type: "boolean" } } });
  const { reset, "factors-lost": factorsLost = false } = values;
  if (factorsLost && !reset) throw new Error("Say whose: npm run desk:link -- --reset ADDRESS --factors-lost");
  const config = readSettings();
  const db = await openDatabase(config.databaseUrl);
  const deps = { db, clock: systemClock, config };
  const link = await (
    reset ? resetAtMachine(deps, reset, factorsLost) : createDeskLink(deps, config.publicUrl)
  ).finally(() => db.close());
  process.stdout.write(`${link}\n`);
} catch (error) {
  fail(error);
}
