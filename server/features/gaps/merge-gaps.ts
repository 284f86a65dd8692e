import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import { sayConflict } from "./conflict.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import type { GapMerge, GapSplit } from "./gaps.schema.ts";
import { NOT_CLOSED } from "./not-closed.ts";
import { unknownGap } from "./read-gap.ts";
import { sumGaps } from "./sum-gaps.ts";

type MergeDeps = Pick<GapsDeps, "db" | "clock">;

/** Takes all phrases of the other gap in; that one is gone. @throws AppError "conflict", "not_found" */
export async function mergeGaps({ db, clock }: MergeDeps, staff: Staff, id: string, merge: GapMerge): Promise<void> {
  const { version, other, otherVersion } = merge;
  if (id === other) throw new AppError("unprocessable", "A gap cannot be merged into itself. Choose another one.");
  await db.transaction(async (tx) => {
    // in one order, so that two who merge the same pair the other way round do not wait for each other
    const claims = [
      { gap: id, of: version },
      { gap: other, of: otherVersion },
    ].toSorted((a, b) => (a.gap < b.gap ? -1 : 1));
    for (const { gap, of } of claims) await claimGap(tx, gap, of);
    await tx.update(gapPhrases).set({ gapId: id }).where(eq(gapPhrases.gapId, other));
    await sumGaps(tx, [id, other]);
    await noteAudit(tx, clock, staff, { action: "gap.merged", objectId: id, detail: { other } });
  });
}

/** Makes a phrase a gap of its own. @returns its id. @throws AppError "conflict", "not_found", "unprocessable" for the only one */
export async function splitPhrase(
  { db, clock }: MergeDeps,
  staff: Staff,
  id: string,
  split: GapSplit,
): Promise<string> {
  const { version, phraseId } = split;
  const newGap = newId("gap");
  await db.transaction(async (tx) => {
    const old = await claimGap(tx, id, version);
    const own = tx.$count(gapPhrases, eq(gapPhrases.gapId, id));
    if ((await own) < 2) throw new AppError("unprocessable", "It is the only phrase here. Rename the gap instead.");
    const fresh = { ...old, id: newGap, named: false, version: 1, createdAt: clock.now() };
    await tx.insert(gaps).values({ ...fresh, state: "open", ...NOT_CLOSED });
    const moved = await tx
      .update(gapPhrases)
      .set({ gapId: newGap })
      .where(and(eq(gapPhrases.id, phraseId), eq(gapPhrases.gapId, id)))
      .returning({ text: gapPhrases.text });
    if (moved.length === 0) throw unknownGap();
    await sumGaps(tx, [id, newGap]);
    await noteAudit(tx, clock, staff, { action: "gap.split", objectId: id, detail: { into: newGap } });
  });
  return newGap;
}

/** The gap as it is, one version on. */
async function claimGap(tx: Tx, id: string, version: number): Promise<typeof gaps.$inferSelect> {
  const [claimed] = await tx
    .update(gaps)
    .set({ version: version + 1 })
    .where(and(eq(gaps.id, id), eq(gaps.version, version)))
    .returning();
  if (!claimed) throw await sayConflict(tx, id);
  return claimed;
}
