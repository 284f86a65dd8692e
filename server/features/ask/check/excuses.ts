import type { Alignment } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { Change } from "./find-changes.ts";
import { isTelling, type Token } from "./read-tokens.ts";

/** The share of the nearest sentence's words that another must have to be heard. */
const FARTHER = 0.6;
/** Tokens beside a figure that say what it is of. */
const AROUND = 6;

/**
 * What another sentence, hardly farther from the claim, has in the same company is no change; what a nearer one has
 * neither. A figure's company is at least as large there: "$125,000 per episode" excuses no other season's.
 */
export function excuses(
  other: Alignment,
  than: Alignment,
  { tokens, telling }: Claim,
  { from, to }: Change,
  at: number,
): boolean {
  const there = other.of[from + at] ?? -1;
  if (there < 0) return false;
  const changed = tokens.slice(from, to).filter(isTelling).length;
  // what changed does not speak for the other sentence
  const same = other.same - countSame(tokens, other, from, to);
  const isAllTheRest = than.same >= telling - changed;
  if (same < than.same * (isAllTheRest ? 1 : FARTHER)) return false;
  const around = (sentence: Alignment) =>
    countSame(tokens, sentence, from - AROUND, from) + countSame(tokens, sentence, to, to + AROUND);
  if (tokens[from + at]?.kind === "number" && around(other) < around(than)) return false;
  return same > than.same || isListed(tokens, from, to) || hasCompany(tokens, other, from, to, there - at);
}

/** Telling words of a part of the claim that a sentence has. */
function countSame(tokens: Token[], { of }: Alignment, from: number, to: number): number {
  let same = 0;
  for (let at = Math.max(0, from); at < to; at++) if (tokens[at]?.light === false && (of[at] ?? -1) >= 0) same++;
  return same;
}

/** It stands by itself between commas: what is beside it in a list says nothing of it. */
const isListed = (tokens: Token[], from: number, to: number): boolean =>
  tokens[from]?.clause !== tokens[from - 1]?.clause && tokens[to]?.clause !== tokens[to - 1]?.clause;

/** A telling word beside it in the claim is as near to it in the sentence. */
function hasCompany(tokens: Token[], { of }: Alignment, from: number, to: number, there: number): boolean {
  return [from - 2, from - 1, to, to + 1].some((beside) => {
    const place = of[beside] ?? -1;
    return tokens[beside]?.light === false && place >= 0 && Math.abs(place - there - (beside - from)) <= 1;
  });
}
