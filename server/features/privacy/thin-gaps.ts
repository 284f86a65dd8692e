import type { Tx } from "#db/database.ts";
import { gapPhrases } from "#db/schema/gaps.ts";
import { theirPhrases } from "./about-person.ts";
import type { Person } from "./find-person.ts";

/** Brings gaps up to what their phrases say; joined by the routes, since features do not know each other. */
export type SumGaps = (tx: Tx, gapIds: string[]) => Promise<void>;

/** Takes phrases that only they used out of the gaps. */
export async function thinGaps(tx: Tx, sumGaps: SumGaps, person: Person): Promise<void> {
  const gone = await tx.delete(gapPhrases).where(theirPhrases(person)).returning({ gapId: gapPhrases.gapId });
  await sumGaps(tx, [...new Set(gone.map((phrase) => phrase.gapId))]);
}
