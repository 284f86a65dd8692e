import { comparePhrases } from "./compare-phrases.ts";
import type { ReadPhrase } from "./read-phrase.ts";

export type Candidate = { gapId: string; phrase: ReadPhrase };

/** From this on two phrases ask the same. Chosen for precision: docs/adr/0022. */
const SAME = 0.6;
/** What the second nearest phrase of a gap must reach, so that one odd phrase does not draw others in. */
const ALSO = 0.3;

/** The gap that a phrase belongs to, or null: that of the nearest phrase, where its second nearest is near as well. */
export function chooseGap(phrase: ReadPhrase, candidates: readonly Candidate[]): string | null {
  const scores = new Map<string, number[]>();
  for (const { gapId, phrase: other } of candidates)
    scores.set(gapId, [...(scores.get(gapId) ?? []), comparePhrases(phrase, other)]);
  const near = [...scores]
    .map(([gapId, all]) => ({ gapId, best: all.toSorted((a, b) => b - a) }))
    .filter(({ best: [first = 0, second = first] }) => first >= SAME && second >= ALSO)
    .toSorted((a, b) => (b.best[0] ?? 0) - (a.best[0] ?? 0) || (a.gapId < b.gapId ? -1 : 1));
  return near[0]?.gapId ?? null;
}
