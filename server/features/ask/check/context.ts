import type { Claim } from "./claim.ts";
import { FAMILY, type Evidence } from "./evidence.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens around a place that say what it is about. */
const IN_CLAIM = 8;
const IN_EVIDENCE = 12;
/** Places that are looked at for one word; a word that stands oftener tells nothing by its place. */
const PLACES = 60;
const REST = 5;

/** Where the evidence has a word: itself or another form of it, else a word of its family. */
export function findPlaces(token: Token, { at, families, tokens }: Evidence): number[] {
  const exact = at.get(token.key);
  if (exact) return exact.slice(0, PLACES);
  if (token.kind !== "word" || token.lower.length < FAMILY) return [];
  const family = families.get(token.lower.slice(0, FAMILY)) ?? [];
  return family.filter((place) => isKin(token.lower, tokens[place]?.lower ?? "")).slice(0, PLACES);
}

/** They go on differently for a few letters only: "approve", "approval". */
function isKin(one: string, other: string): boolean {
  let same = FAMILY;
  while (same < one.length && one[same] === other[same]) same++;
  return one.length - same <= REST && other.length - same <= REST && same * 2 >= Math.max(one.length, other.length);
}

/** How well a place of the evidence fits one of the claim: telling words that both have around them, and the words beside them. */
export function fitOf({ tokens }: Claim, here: number, evidence: Evidence, there: number): number {
  const place = evidence.tokens[there];
  const around = new Set<string>();
  for (let at = there - IN_EVIDENCE; at <= there + IN_EVIDENCE; at++) {
    const token = evidence.tokens[at];
    if (token && at !== there && !token.light && Math.abs(token.sentence - (place?.sentence ?? 0)) < 2)
      around.add(token.key);
  }
  let fit = 0;
  const counted = new Set<string>();
  for (let at = here - IN_CLAIM; at <= here + IN_CLAIM; at++) {
    const token = tokens[at];
    if (!token || at === here || token.light || counted.has(token.key)) continue;
    counted.add(token.key);
    if (around.has(token.key)) fit++;
  }
  const beside = (step: number) =>
    tokens[here + step] !== undefined && tokens[here + step]?.key === evidence.tokens[there + step]?.key;
  return fit + Number(beside(-1)) + Number(beside(1));
}

/** The places where the evidence has the word of the claim at `here`, those first that fit best; `fit` of each. */
export function rankPlaces(claim: Claim, here: number, evidence: Evidence): { place: number; fit: number }[] {
  const token = claim.tokens[here];
  if (!token) return [];
  return findPlaces(token, evidence)
    .map((place) => ({ place, fit: fitOf(claim, here, evidence, place) }))
    .toSorted((a, b) => b.fit - a.fit);
}

/**
 * A figure or name may stand in a source and belong to something else. True when another one of its kind, which the
 * claim does not have, fits its place in the claim clearly better.
 */
export function isOusted(claim: Claim, here: number, evidence: Evidence, rivals: number[]): boolean {
  const own = rankPlaces(claim, here, evidence)[0]?.fit ?? 0;
  return rivals.some((rival) => {
    const key = evidence.tokens[rival]?.key ?? "";
    if (claim.keys.has(key)) return false;
    const fit = fitOf(claim, here, evidence, rival);
    return fit >= own + OUSTED_BY;
  });
}
/** One word more in common is chance, two and more are not. */
const OUSTED_BY = 2;
