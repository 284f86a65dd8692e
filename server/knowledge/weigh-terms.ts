import type { QuerySlots, SlotTerm } from "./query-slots.ts";

const K1 = 1.2;
/** What a word counts that stands for another one, written like it. */
const GUESSED = 0.7;

/**
 * bm25 as a share of what the question tells: 0 to about 2.2. `length` is that of the text by the average one, `b` how
 * much it matters.
 */
export function saturate({ terms, weight }: QuerySlots, counts: number[], length: number, b: number): number {
  let score = 0;
  for (const term of terms) {
    const often = countTerm(term, counts);
    if (often > 0) score += (term.weight * often * (K1 + 1)) / (often + K1 * (1 - b + b * length));
  }
  return weight > 0 ? score / weight : 0;
}

/** The share of what the question tells that is there at all, 0 to 1. */
export function cover({ terms, weight }: QuerySlots, counts: number[]): number {
  let covered = 0;
  for (const term of terms) if (countTerm(term, counts) > 0) covered += term.weight * (term.guessed ? GUESSED : 1);
  return weight > 0 ? covered / weight : 0;
}

/** How often a term is there: itself, or the rarest word of the best of its meanings. */
function countTerm({ slot, meanings }: SlotTerm, counts: number[]): number {
  let best = counts[slot] ?? 0;
  for (const meaning of meanings) {
    let least = Infinity;
    for (const each of meaning) least = Math.min(least, counts[each] ?? 0);
    if (least < Infinity && least > best) best = least;
  }
  return best;
}
