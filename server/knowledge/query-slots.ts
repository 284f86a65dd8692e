import type { Corpus } from "./corpus.ts";
import type { Query } from "./parse-query.ts";
import { stem } from "./stem.ts";

/**
 * A question's words as slots: what is counted in a passage is counted in arrays of this length. A slot is a stem that
 * the articles have: a word of the question, or a word of what it means.
 */
export type QuerySlots = {
  count: number;
  /** The slot of a stem; -1 for all stems that the question does not have. */
  ofStem: Int16Array;
  /** The word as it was asked, for each slot; -1 for what only its meanings have. */
  written: Int32Array;
  terms: SlotTerm[];
  /** 1 at `before * count + after` for words that stand beside each other in the question. */
  pairs: Uint8Array;
  pairCount: number;
  /** What the telling words of the question weigh together. */
  weight: number;
};

/** `slot` is -1 when the articles do not have the word itself; each meaning is a list of slots, all of which it needs. */
export type SlotTerm = { slot: number; weight: number; guessed: boolean; meanings: number[][] };

export function createSlots({ ids }: Corpus, query: Query): QuerySlots {
  const ofStem = new Int16Array(ids.countStems()).fill(-1);
  const written: number[] = [];
  const slotOf = (stemmed: string): number => {
    const stemId = ids.stemIdOf(stemmed);
    if (stemId === undefined) return -1;
    const known = ofStem[stemId] ?? -1;
    if (known >= 0) return known;
    ofStem[stemId] = written.length;
    return written.push(-1) - 1;
  };
  const terms = query.terms.map(({ word, stem: stemmed, weight, means, guessed }) => {
    const slot = slotOf(stemmed);
    if (slot >= 0) written[slot] = ids.idOf(word) ?? -1;
    const meanings = means
      .map((meaning) => meaning.map(slotOf))
      .filter((meaning) => meaning.every((each) => each >= 0));
    return { slot, weight, guessed, meanings };
  });
  const asked = query.words.map((word) => slotOf(stem(word)));
  const count = written.length;
  const pairs = new Uint8Array(count * count);
  const telling = new Set(terms.map(({ slot }) => slot));
  asked.forEach((after, at) => {
    const before = asked[at - 1] ?? -1;
    if (before >= 0 && after >= 0 && (telling.has(before) || telling.has(after))) pairs[before * count + after] = 1;
  });
  return {
    count,
    ofStem,
    written: Int32Array.from(written),
    terms,
    pairs,
    pairCount: pairs.reduce((sum, each) => sum + each, 0),
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
  };
}
