import type { Corpus } from "./corpus.ts";
import type { QuerySlots } from "./query-slots.ts";
import type { TokenStore } from "./token-store.ts";

/** How often each slot of a question stands in a text: by its stem, and as it was written. */
export type Hits = {
  stems: number[];
  written: number[];
  /** Pairs of neighbouring words of the question that are neighbours there too, each counted once. */
  pairs: number;
  /** Words of the question, and all words. */
  hits: number;
  words: number;
};

/** Counts what the text of a row has of the question. */
export function countHits({ ids }: Corpus, slots: QuerySlots, store: TokenStore, row: number): Hits {
  const { count, ofStem, written, pairs } = slots;
  const tokens = store.all();
  const [start, end] = [store.start(row), store.start(row + 1)];
  const counted: Hits = { stems: zeros(count), written: zeros(count), pairs: 0, hits: 0, words: end - start };
  const seen: number[] = [];
  let before = -1;
  for (let at = start; at < end; at++) {
    const word = tokens[at] ?? -1;
    const slot = ofStem[ids.stemOf(word)] ?? -1;
    if (slot >= 0) {
      counted.hits++;
      counted.stems[slot] = (counted.stems[slot] ?? 0) + 1;
      if (written[slot] === word) counted.written[slot] = (counted.written[slot] ?? 0) + 1;
      const pair = before * count + slot;
      if (before >= 0 && pairs[pair] === 1 && !seen.includes(pair)) seen.push(pair);
    }
    before = slot;
  }
  counted.pairs = seen.length;
  return counted;
}

function zeros(count: number): number[] {
  const counts: number[] = [];
  for (let slot = 0; slot < count; slot++) counts.push(0);
  return counts;
}

/** Counts of several texts as one, each as many times as it is worth. */
export function addCounts(...parts: [counts: number[], times: number][]): number[] {
  const total = zeros(parts[0]?.[0].length ?? 0);
  for (const [counts, times] of parts) {
    for (let slot = 0; slot < total.length; slot++) total[slot] = (total[slot] ?? 0) + times * (counts[slot] ?? 0);
  }
  return total;
}
