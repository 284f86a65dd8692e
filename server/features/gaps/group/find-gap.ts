import { count, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { gapPhrases, gapWords } from "#db/schema/gaps.ts";
import { chooseGap, type Candidate } from "./choose-gap.ts";
import type { ReadPhrase } from "./read-phrase.ts";

/** The phrases looked at first: those that share most words. */
const LOOKED_AT = 80;
const GAPS_LOOKED_AT = 5;
const PHRASES_OF_THEM = 200;
/** Two phrases that have no more than this of either one's weight in common are below what makes them the same. */
const LIGHT = 0.4;

type Read = (text: string) => ReadPhrase;

/** The gap that a phrase belongs to, of all that there are; null for a new one. */
export async function findGap(tx: Tx, phrase: ReadPhrase, read: Read): Promise<string | null> {
  const probes = pickProbes(phrase);
  if (probes.length === 0) return null;
  const shared = count();
  const near = await tx
    .select({ gapId: gapPhrases.gapId, text: gapPhrases.text, shared })
    .from(gapWords)
    .innerJoin(gapPhrases, eq(gapPhrases.id, gapWords.phraseId))
    .where(inArray(gapWords.word, probes))
    .groupBy(gapPhrases.id, gapPhrases.gapId, gapPhrases.text)
    .orderBy(desc(shared), gapPhrases.id)
    .limit(LOOKED_AT);
  const toCandidate = ({ gapId, text }: { gapId: string; text: string }): Candidate => ({ gapId, phrase: read(text) });
  const likely = [
    ...new Set(
      near
        .map(toCandidate)
        .filter(isNear(phrase))
        .map(({ gapId }) => gapId),
    ),
  ];
  if (likely.length === 0) return null;
  const all = await tx
    .select({ gapId: gapPhrases.gapId, text: gapPhrases.text })
    .from(gapPhrases)
    .where(inArray(gapPhrases.gapId, likely.slice(0, GAPS_LOOKED_AT)))
    .orderBy(desc(gapPhrases.count), gapPhrases.id)
    .limit(PHRASES_OF_THEM);
  return chooseGap(phrase, all.map(toCandidate));
}

const isNear = (phrase: ReadPhrase) => (candidate: Candidate) => chooseGap(phrase, [candidate]) !== null;

/** The heaviest words: who shares none of them cannot be the same. */
function pickProbes({ told }: ReadPhrase): string[] {
  const heaviest = told.toSorted((a, b) => b.weight - a.weight);
  const all = told.reduce((sum, { weight }) => sum + weight, 0);
  let left = all;
  const picked = heaviest.filter(({ weight }) => {
    const isNeeded = left > LIGHT * all;
    left -= weight;
    return isNeeded;
  });
  return [...new Set(picked.flatMap(({ forms, means }) => [...forms, ...means.flat()]))];
}

/** What a phrase is found by. */
export const wordsOfPhrase = ({ forms, meant }: ReadPhrase): string[] => [...new Set([...forms, ...meant])];
