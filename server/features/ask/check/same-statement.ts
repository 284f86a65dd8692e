import { countShared } from "./align.ts";
import { isTurnedInto } from "./check-opposites.ts";
import type { Claim } from "./claim.ts";
import { fitOf, rankPlaces } from "./context.ts";
import { type Evidence, sentenceOf } from "./evidence.ts";
import { bears } from "./operators.ts";
import type { Token } from "./read-tokens.ts";
import type { Operator } from "./tongues/tongue.ts";

/** Tokens between "only" and what it turns. */
export const REACH = 6;

/** The cited text has it before the very same words, or says with an opposite what it turns them into. */
export const isConfirmed = (claim: Claim, here: number, evidence: Evidence, operator: Operator): boolean =>
  standsAlike(claim, here, evidence, operator) || isTurnedInto(claim, here, evidence);

/** "Nobody needs", "nothing is lost". */
function standsAlike({ tokens }: Claim, here: number, evidence: Evidence, operator: Operator): boolean {
  const [next, second] = [tokens[here + 1], tokens[here + 2]];
  const places = next ? (evidence.at.get(next.key) ?? []) : [];
  return places.some((place) => {
    const before = evidence.tokens[place - 1];
    if (!before || !bears(operator, before)) return false;
    return !next?.light || evidence.tokens[place + 1]?.key === second?.key;
  });
}

/** Places of a word that fit nearly as well as the best. */
export function bestPlaces(claim: Claim, here: number, evidence: Evidence): number[] {
  const ranked = rankPlaces(claim, here, evidence);
  return ranked.filter(({ fit }) => fit >= (ranked[0]?.fit ?? 0) - 1).map(({ place }) => place);
}

/** Within reach of a place, in its sentence. */
export function isNear(tokens: Token[], place: number, test: (token: Token) => boolean): boolean {
  for (let at = place - REACH; at <= place + REACH; at++) {
    const token = tokens[at];
    if (token && token.sentence === tokens[place]?.sentence && test(token)) return true;
  }
  return false;
}

/** Another sentence of the source has half as many again of the claim's words. */
export function isFar({ keys }: Claim, evidence: Evidence, sentence: number): boolean {
  const shared = (of: Token[]) => countShared(of, keys);
  return Math.max(...evidence.bySentence.map(shared)) >= shared(sentenceOf(evidence, sentence)) * 1.5;
}

/** So many words in common around a word say that claim and source speak of the same. */
const SAME_STATEMENT = 3;

/** The claim's word is that of this place, and not of one where the operator is not. */
export function isSameStatement(
  claim: Claim,
  here: number,
  evidence: Evidence,
  there: number,
  isWithout: (place: number) => boolean,
): boolean {
  const fit = fitOf(claim, here, evidence, there);
  const without = rankPlaces(claim, here, evidence).find(({ place }) => isWithout(place));
  return fit >= Math.min(SAME_STATEMENT, claim.telling - 1) && fit > 0 && fit > (without?.fit ?? -1);
}
