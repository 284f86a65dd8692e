import { inArray, lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { sumGaps } from "./sum-gaps.ts";

/** So many in one transaction: others write between two of them. */
const AT_ONCE = 500;

/** Forgets what was last asked before `before`, and gaps that have nothing else. */
export async function forgetPhrases(db: Db, before: Date): Promise<void> {
  while ((await forgetSome(db, before)) > 0);
}

function forgetSome(db: Db, before: Date): Promise<number> {
  const { id, gapId, lastAt } = gapPhrases;
  return db.transaction(async (tx) => {
    const old = tx.select({ id }).from(gapPhrases).where(lt(lastAt, before)).limit(AT_ONCE);
    const forgotten = await tx.delete(gapPhrases).where(inArray(id, old)).returning({ gapId });
    await sumGaps(tx, [...new Set(forgotten.map((phrase) => phrase.gapId))]);
    return forgotten.length;
  });
}
