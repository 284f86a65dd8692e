import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import { FAMILY } from "./index-tokens.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens around a place that say what it is about. */
const IN_CLAIM = 8;
const IN_EVIDENCE = 12;
/** Places that are looked at for one word; a word that stands oftener tells nothing by its place. */
const PLACES = 60;
const REST = 5;

/** Where the evidence has a word: itself or another form of it, else a word of its family. */
export function findPlaces(token: Token, { at, families, pairs, tokens }: Evidence): number[] {
  const exact = at.get(token.key);
  if (exact) return exact.slice(0, PLACES);
  const joined = token.kind === "word" ? pairs.get(token.lower) : undefined;
  if (joined !== undefined) return [joined];
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
  const around = wordsAround(evidence, there);
  let fit = 0;
  for (let at = Math.max(0, here - IN_CLAIM); at <= here + IN_CLAIM && at < tokens.length; at++) {
    const token = tokens[at];
    if (token && at !== here && !token.light && around.has(token.key)) fit++;
  }
  const beside = (step: number) => tokens[here + step]?.key === evidence.tokens[there + step]?.key;
  return fit + Number(beside(-1)) + Number(beside(1));
}

function wordsAround({ tokens, around }: Evidence, there: number): ReadonlySet<string> {
  const known = around[there];
  if (known) return known;
  const sentence = tokens[there]?.sentence ?? 0;
  const words = new Set<string>();
  for (let at = Math.max(0, there - IN_EVIDENCE); at <= there + IN_EVIDENCE; at++) {
    const token = tokens[at];
    if (token && at !== there && !token.light && Math.abs(token.sentence - sentence) < 2) words.add(token.key);
  }
  around[there] = words;
  return words;
}

/** The places where the evidence has the word of the claim at `here`, those first that fit best; `fit` of each. */
export function rankPlaces(claim: Claim, here: number, evidence: Evidence): { place: number; fit: number }[] {
  const token = claim.tokens[here];
  if (!token) return [];
  return findPlaces(token, evidence)
    .map((place) => ({ place, fit: fitOf(claim, here, evidence, place) }))
    .toSorted((a, b) => b.fit - a.fit);
}
