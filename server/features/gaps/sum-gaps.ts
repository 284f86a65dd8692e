import { and, inArray, notExists, sql, type SQL } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";

const phrasesOf = sql`from ${gapPhrases} where ${gapPhrases.gapId} = ${gaps.id}`;
const counted = (where: SQL = sql``): SQL => sql`(select coalesce(sum(${gapPhrases.count}), 0) ${phrasesOf} ${where})`;
const foremost = sql`(select ${gapPhrases.text} ${phrasesOf} order by ${gapPhrases.count} desc, ${gapPhrases.firstAt}, ${gapPhrases.id} limit 1)`;

/** Brings gaps up to what their phrases say: counts, name, last time. One without phrases is deleted. */
export async function sumGaps(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = inArray(gaps.id, ids);
  // who else moves their phrases is through, or waits: the sums are of what is there
  await tx
    .update(gaps)
    .set({ version: sql`${gaps.version}` })
    .where(these);
  const own = tx
    .select({ one: sql`1` })
    .from(gapPhrases)
    .where(sql`${gapPhrases.gapId} = ${gaps.id}`);
  await tx.delete(gaps).where(and(these, notExists(own)));
  await tx
    .update(gaps)
    .set({
      questions: counted(sql`and ${gapPhrases.kind} = 'question'`),
      searches: counted(sql`and ${gapPhrases.kind} = 'search'`),
      count: counted(),
      lastAt: sql`(select max(${gapPhrases.lastAt}) ${phrasesOf})`,
      title: sql`case when ${gaps.named} then ${gaps.title} else ${foremost} end`,
    })
    .where(these);
}
