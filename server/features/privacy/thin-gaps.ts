import { and, eq, inArray, notExists, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import type { Person } from "./find-person.ts";

/** Takes phrases that only they used out of the gaps; a gap that has none left goes, one that was called by it gets another name. */
export async function thinGaps(tx: Tx, { questionKeys, searched }: Person): Promise<void> {
  const { kind, key, count, gapId, text } = gapPhrases;
  const theirs = or(
    and(eq(kind, "question"), inArray(key, questionKeys)),
    and(eq(kind, "search"), inArray(key, searched)),
  );
  const gone = await tx
    .delete(gapPhrases)
    .where(and(theirs, eq(count, 1)))
    .returning({ gapId, text });
  if (gone.length === 0) return;
  const thinned = inArray(gaps.id, [...new Set(gone.map((phrase) => phrase.gapId))]);
  const left = tx.select({ id: gapPhrases.id }).from(gapPhrases).where(eq(gapId, gaps.id));
  await tx.delete(gaps).where(and(thinned, notExists(left)));
  const sum = tx
    .select({ sum: sql`sum(${count})` })
    .from(gapPhrases)
    .where(eq(gapId, gaps.id));
  await tx
    .update(gaps)
    .set({ count: sql`${sum}` })
    .where(thinned);
  const texts = tx.select({ text }).from(gapPhrases).where(eq(gapId, gaps.id));
  const another = sql`${texts.orderBy(sql`${count} desc`, gapPhrases.id).limit(1)}`;
  const stillTrue = tx.select({ text }).from(gapPhrases).where(eq(gapId, gaps.id));
  await tx
    .update(gaps)
    .set({ title: another })
    .where(and(thinned, notInArray(gaps.title, stillTrue)));
}
