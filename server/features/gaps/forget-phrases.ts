import { lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { sumGaps } from "./sum-gaps.ts";

/** Forgets what was last asked before `before`, and gaps that have nothing else. */
export async function forgetPhrases(db: Db, before: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { gapId } = gapPhrases;
    const forgotten = await tx.delete(gapPhrases).where(lt(gapPhrases.lastAt, before)).returning({ gapId });
    await sumGaps(tx, [...new Set(forgotten.map((phrase) => phrase.gapId))]);
  });
}
