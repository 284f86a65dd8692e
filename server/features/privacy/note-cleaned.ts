import { sql } from "drizzle-orm";
import type { RetentionKind } from "#content/schema.ts";
import { utcDay } from "#content/utc-day.ts";
import type { Db } from "#db/database.ts";
import { cleanings } from "#db/schema/retention.ts";

/** Keeps when a kind was last cleaned and how many went on that day, counted by all processes together. */
export async function noteCleaned(db: Db, now: Date, kind: RetentionKind, deleted: number): Promise<void> {
  const cleaned = { kind, cleanedAt: now, day: utcDay(now), deleted };
  const sameDay = sql`case when ${cleanings.day} = excluded.day then ${cleanings.deleted} else 0 end`;
  await db
    .insert(cleanings)
    .values(cleaned)
    .onConflictDoUpdate({
      target: cleanings.kind,
      set: { cleanedAt: now, day: cleaned.day, deleted: sql`${sameDay} + excluded.deleted` },
    });
}
