import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { createWriteProbe } from "#server/probe-writes.ts";
import { verdictOn } from "#test/support/verdict.ts";

/** Writes pairs until no more will fit, and says on stdout how that ended. */
const db = await openDatabase(process.argv[1]!);
let ended: unknown = "done";
for (let pair = 0; ended === "done" && pair < 5000; pair++) {
  const rows = ["a", "b"].map((half) => ({ key: `${pair}${half}`, value: "x".repeat(1000), updatedAt: new Date() }));
  ended = await verdictOn(
    db.transaction(async (tx) => {
      for (const row of rows) await tx.insert(settings).values(row);
    }),
  );
}
const probed = await verdictOn(createWriteProbe({ db, clock })());
const all = await db.$count(settings);
process.stdout.write(
  JSON.stringify({ ended: String(ended), probed: String(probed), even: all % 2 === 0, readable: all > 0 }),
);
