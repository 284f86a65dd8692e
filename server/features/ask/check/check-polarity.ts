import { checkNegations } from "./check-negations.ts";
import type { Claim } from "./claim.ts";
import { findPlaces, rankPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { bears, saysAt, saysIt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";
import { bestPlaces, isConfirmed, isFar, isNear, isSameStatement, REACH } from "./same-statement.ts";
import type { Modal, Operator } from "./tongues/tongue.ts";

/** "Not", "only", "always" and the like stand before the same words in the cited text, and are not left out before them. */
export const checkPolarity: Rule = (claim, evidence) => {
  const { operators, modals } = claim.tongue;
  const fault = checkNegations(claim, evidence);
  if (fault) return fault;
  for (const operator of operators) {
    const added = findAdded(claim, evidence, operator);
    if (added) return { reason: "polarity", what: added };
    const dropped = operator.kept && findDropped(claim, evidence, operator);
    if (dropped) return { reason: "polarity", what: dropped };
  }
  for (const modal of modals) {
    const turned = findTurned(claim, evidence, modal);
    if (turned) return { reason: "polarity", what: turned };
  }
  return null;
};

function findAdded(claim: Claim, evidence: Evidence, operator: Operator): string | null {
  for (const [here, token] of claim.tokens.entries()) {
    if (!saysAt(operator, claim.tokens, here)) continue;
    if (isConfirmed(claim, here, evidence, operator)) continue;
    const governed = governedBy(claim.tokens, here).find((at) => isKnown(claim.tokens[at], evidence));
    if (governed === undefined) {
      if (!evidence.tokens.some((other) => bears(operator, other))) return token.raw;
      continue;
    }
    const places = bestPlaces(claim, governed, evidence);
    if (!places.some((place) => isNear(evidence.tokens, place, (other) => bears(operator, other)))) return token.raw;
  }
  return null;
}

const isKnown = (token: Token | undefined, evidence: Evidence): boolean =>
  token !== undefined && findPlaces(token, evidence).length > 0;

/** What an operator stands before, within its sentence; else what it stands behind. */
function governedBy(tokens: Token[], here: number): number[] {
  const telling = (at: number) => {
    const token = tokens[at];
    return token !== undefined && !token.light && token.sentence === tokens[here]?.sentence;
  };
  const after = Array.from({ length: REACH }, (_, step) => here + step + 1).filter(telling);
  const before = Array.from({ length: REACH }, (_, step) => here - step - 1).filter(telling);
  return [...after.slice(0, 2), ...before.slice(0, 1)];
}

/** A source says "only" before a word that the claim has without it, and no other place of the source fits as well. */
function findDropped(claim: Claim, evidence: Evidence, operator: Operator): string | null {
  for (const [there, token] of evidence.tokens.entries()) {
    if (!saysIt(operator.says, token)) continue;
    const governed = governedBy(evidence.tokens, there)[0];
    if (governed === undefined || governed < there) continue;
    const here = claim.tokens.findIndex(({ key }) => key === evidence.tokens[governed]?.key);
    if (here < 0 || isNear(claim.tokens, here, (other) => bears(operator, other))) continue;
    if (isFar(claim, evidence, token.sentence)) continue;
    const isWithout = (place: number) => !isNear(evidence.tokens, place, (other) => bears(operator, other));
    if (isSameStatement(claim, here, evidence, governed, isWithout)) return token.raw;
  }
  return null;
}

/** "Must" where the source says "may", or the other way round. */
function findTurned(claim: Claim, evidence: Evidence, { says, means, turnedBy }: Modal): string | null {
  for (const [here, token] of claim.tokens.entries()) {
    if (!says.has(token.lower)) continue;
    const governed = governedBy(claim.tokens, here)[0];
    if (governed === undefined || governed < here) continue;
    const place = rankPlaces(claim, governed, evidence)[0]?.place;
    if (place === undefined) continue;
    const near = (test: ReadonlySet<string>) => isNear(evidence.tokens, place, ({ lower }) => test.has(lower));
    if (near(turnedBy) && !near(says) && !near(means)) return token.raw;
  }
  return null;
}
