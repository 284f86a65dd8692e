import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import type { Person } from "./find-person.ts";

/** Brings gaps up to what their phrases say; joined by the routes, since features do not know each other. */
export type SumGaps = (tx: Tx, gapIds: string[]) => Promise<void>;

/** Takes phrases that only they used out of the gaps. */
export async function thinGaps(tx: Tx, sumGaps: SumGaps, { questionKeys, searched }: Person): Promise<void> {
  const { kind, key, count, gapId } = gapPhrases;
  const theirs = or(
    and(eq(kind, "question"), inArray(key, questionKeys)),
    and(eq(kind, "search"), inArray(key, searched)),
  );
  const gone = await tx
    .delete(gapPhrases)
    .where(and(theirs, eq(count, 1)))
    .returning({ gapId });
  await sumGaps(tx, [...new Set(gone.map((phrase) => phrase.gapId))]);
}
