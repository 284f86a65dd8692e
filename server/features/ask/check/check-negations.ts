import { bestPlaces, isConfirmed, isFar, isNear, isSameStatement } from "./same-statement.ts";
import type { Claim } from "./claim.ts";
import { findPlaces, fitOf } from "./context.ts";
import { type Evidence, sentenceOf } from "./evidence.ts";
import type { Fault } from "./fault.ts";
import { countGoverning, isGoverned, isTurned, type Negation, negationsOf } from "./negations.ts";
import type { Token } from "./read-tokens.ts";

/** Each "not" belongs to one statement: it may neither come nor go there because another stands near. */
export function checkNegations(claim: Claim, evidence: Evidence): Fault | null {
  const added = negationsOf(claim.tokens, claim.tongue).find((own) => !isSaid(own, claim, evidence));
  const found = added ? claim.tokens[added.at] : findDropped(claim, evidence);
  return found ? { reason: "polarity", what: found.raw } : null;
}

/** The cited text turns the same word, or says it in another way. */
function isSaid({ at, governed, isOfAll }: Negation, claim: Claim, evidence: Evidence): boolean {
  if (isConfirmed(claim, at, evidence, claim.tongue.negation)) return true;
  const known = governed.filter((here) => findPlaces(claim.tokens[here] as Token, evidence).length > 0);
  // "it does not" says nothing that could be looked up
  if (known.length === 0) return claim.telling > 0 && negationsOf(evidence.tokens, claim.tongue).length > 0;
  // "no fix changes": it is the predicate that is turned, wherever it stands
  const turned = isOfAll || known[0] !== governed[0] ? known : known.slice(0, 1);
  return turned.some((here) =>
    bestPlaces(claim, here, evidence).some(
      (place) => bearsAt(evidence.tokens, place, claim) && isAsOften(claim, here, evidence, place),
    ),
  );
}

/** A word that two negations turn is turned by two in the source: two of them say the contrary of one. */
function isAsOften({ tokens, tongue }: Claim, here: number, evidence: Evidence, place: number): boolean {
  const own = countGoverning(tokens, here, tongue);
  return own < 2 || countGoverning(evidence.tokens, place, tongue) >= own;
}

/** A negation turns what stands there, or a word does that means one and that the claim has not got itself. */
export const bearsAt = (tokens: Token[], place: number, { keys, tongue }: Claim): boolean =>
  isGoverned(tokens, place, tongue) ||
  isNear(tokens, place, ({ lower, key }) => tongue.negation.means.has(lower) && !keys.has(key));

/** The source turns a word that the claim has unturned, though both speak of the same. */
function findDropped(claim: Claim, evidence: Evidence): Token | null {
  const { tokens, tongue } = claim;
  for (const { at, governed, listed } of negationsOf(evidence.tokens, tongue)) {
    const not = evidence.tokens[at];
    const inClaim = (there: number) => {
      const key = evidence.tokens[there]?.key ?? "";
      return claim.keys.has(key) ? tokens.findIndex((token) => token.key === key) : -1;
    };
    // what the first of them stands with is spoken of as well
    const spoken = inClaim(governed[0] ?? -1) < 0 ? listed : governed;
    const pairs = spoken.map((there) => ({ here: inClaim(there), there })).filter(({ here }) => here >= 0);
    if (!not || pairs.length === 0 || pairs.some(({ here }) => isRendered(claim, here, evidence, not))) continue;
    const isWithout = (place: number) => !bearsAt(evidence.tokens, place, claim);
    const isPlain = (place: number) => !isTurned(evidence.tokens, place, tongue);
    const never = pairs.filter(({ here }) => !findPlaces(tokens[here] as Token, evidence).some(isPlain));
    if (never.some(({ here, there }) => fitOf(claim, here, evidence, there) > 0)) return not;
    if (isFar(claim, evidence, not.sentence)) continue;
    if (pairs.some(({ here, there }) => isSameStatement(claim, here, evidence, there, isWithout))) return not;
  }
  return null;
}

/** The claim turns the word as well; by a word of the source's own sentence it says nothing new. */
function isRendered({ tokens, tongue }: Claim, here: number, evidence: Evidence, { sentence }: Token): boolean {
  if (isTurned(tokens, here, tongue)) return true;
  const { means } = tongue.negation;
  const own = sentenceOf(evidence, sentence);
  return isNear(tokens, here, ({ lower, key }) => means.has(lower) && !own.some((token) => token.key === key));
}
