import { randomBytes } from "node:crypto";
import { settings } from "#db/schema/settings.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "./core/clock.ts";

/** However often it is asked. A full or read-only disk is noticed after that long, and so is that it is not any more. */
const EVERY_MS = 10_000;
/** About what a case takes with its mails: where a few bytes have room, it need not have. */
const BYTES = 16_384;

/**
 * Whether the hub can keep a promise now: a row is written, as a case would be, but at most one in ten seconds; who asks
 * in between hears how the last one ended. Rejects as the database does.
 */
export function createWriteProbe({ db, clock }: { db: Db; clock: Clock }): () => Promise<void> {
  let last: Promise<void> | undefined;
  let begunAt = 0;
  const write = async (): Promise<void> => {
    const set = { value: randomBytes(BYTES / 2).toString("hex"), updatedAt: clock.now() };
    await db
      .insert(settings)
      .values({ key: "written", ...set })
      .onConflictDoUpdate({ target: settings.key, set });
  };
  return () => {
    const now = performance.now(); // the clock of the machine may be set back
    if (!last || now - begunAt >= EVERY_MS) {
      begunAt = now;
      last = write();
    }
    return last;
  };
}
