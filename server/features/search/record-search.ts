import { lt, sql } from "drizzle-orm";
import { utcDay } from "#content/utc-day.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Visitor } from "#server/core/context.ts";
import { searchKey } from "#server/core/redact.ts";
import { takeLimit } from "#server/limits/limits.ts";
import type { Db } from "#db/database.ts";
import { deleteBatches } from "#db/delete-batches.ts";
import { searches } from "#db/schema/ask.ts";
import type { SearchRecordInput } from "./search.schema.ts";

const RECORDS_A_MINUTE = 30;

type RecordDeps = { db: Db; clock: Clock };

/** @throws AppError "limited" when one address sends too many. */
export async function noteSearch(
  { db, clock }: RecordDeps,
  { ipKey }: Visitor,
  input: SearchRecordInput,
): Promise<void> {
  await takeLimit(db, clock, { key: `searches:${ipKey}`, limit: RECORDS_A_MINUTE, windowSeconds: 60 });
  await recordSearch(db, clock, input);
}

/** Counts a search that found nothing or too little, without addresses and long numbers: one row a text and day. */
async function recordSearch(db: Db, clock: Clock, { q, results }: SearchRecordInput): Promise<void> {
  const now = clock.now();
  const text = searchKey(q);
  const day = utcDay(now);
  await db
    .insert(searches)
    .values({ text, day, results, count: 1, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: [searches.text, searches.day],
      set: { count: sql`${searches.count} + 1`, results, lastAt: now },
    });
}

/** Forgets searches from before `before`. @returns how many */
export const forgetSearches = (db: Db, before: Date): Promise<number> =>
  deleteBatches(db, { from: searches, key: [searches.text, searches.day], where: lt(searches.lastAt, before) });
