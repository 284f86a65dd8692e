import { countShared } from "./align.ts";
import type { Claim } from "./claim.ts";
import { fitOf, rankPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { isTurnedInto } from "./check-opposites.ts";
import { MODALS, OPERATORS, type Modal, type Operator, saysAt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens between "not" and what it turns. */
const REACH = 6;

/** "Not", "never", "only", "always" and the like stand before the same words in the cited text, and are not left out before them. */
export const checkPolarity: Rule = (claim, evidence) => {
  for (const operator of OPERATORS) {
    const added = findAdded(claim, evidence, operator);
    if (added) return { reason: "polarity", what: added };
    const dropped = operator.kept && findDropped(claim, evidence, operator);
    if (dropped) return { reason: "polarity", what: dropped };
  }
  for (const modal of MODALS) {
    const turned = findTurned(claim, evidence, modal);
    if (turned) return { reason: "polarity", what: turned };
  }
  return null;
};

function findAdded(claim: Claim, evidence: Evidence, operator: Operator): string | null {
  for (const [here, token] of claim.tokens.entries()) {
    if (!saysAt(operator, claim.tokens, here)) continue;
    if (isConfirmed(claim, here, evidence, operator) || isTurnedInto(claim, here, evidence)) continue;
    const governed = governedBy(claim.tokens, here).find((at) => rankPlaces(claim, at, evidence).length > 0);
    if (governed === undefined) {
      if (!evidence.tokens.some((other) => has(operator, other))) return token.raw;
      continue;
    }
    const places = bestPlaces(claim, governed, evidence);
    if (!places.some((place) => isNear(evidence.tokens, place, (other) => has(operator, other)))) return token.raw;
  }
  return null;
}

/** The cited text has it before the very same words: "nobody needs", "nothing is lost". */
export function isConfirmed({ tokens }: Claim, here: number, evidence: Evidence, operator: Operator): boolean {
  const [next, second] = [tokens[here + 1], tokens[here + 2]];
  const places = next ? (evidence.at.get(next.key) ?? []) : [];
  return places.some((place) => {
    const before = evidence.tokens[place - 1];
    if (!before || !has(operator, before)) return false;
    return !AUXILIARIES.has(next?.lower ?? "") || evidence.tokens[place + 1]?.key === second?.key;
  });
}
const AUXILIARIES = new Set(
  "a an the to be been is are was were has have had do does did can could will would of in on at".split(" "),
);

const has = ({ says, means }: Operator, { lower }: Token) => says.has(lower) || means.has(lower);

function bestPlaces(claim: Claim, here: number, evidence: Evidence): number[] {
  const ranked = rankPlaces(claim, here, evidence);
  return ranked.filter(({ fit }) => fit >= (ranked[0]?.fit ?? 0) - 1).map(({ place }) => place);
}

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

function isNear(tokens: Token[], place: number, test: (token: Token) => boolean): boolean {
  for (let at = place - REACH; at <= place + REACH; at++) {
    const token = tokens[at];
    if (token && token.sentence === tokens[place]?.sentence && test(token)) return true;
  }
  return false;
}

/** A source says "not" before a word that the claim has without it, and no other place of the source fits as well. */
function findDropped(claim: Claim, evidence: Evidence, operator: Operator): string | null {
  for (const [there, token] of evidence.tokens.entries()) {
    if (!operator.says.has(token.lower)) continue;
    const governed = governedBy(evidence.tokens, there)[0];
    if (governed === undefined || governed < there) continue;
    const here = claim.tokens.findIndex(({ key }) => key === evidence.tokens[governed]?.key);
    if (here < 0 || isNear(claim.tokens, here, (other) => has(operator, other))) continue;
    if (isFar(claim, evidence, token.sentence)) continue;
    const fit = fitOf(claim, here, evidence, governed);
    const places = rankPlaces(claim, here, evidence);
    const without = places.find(({ place }) => !isNear(evidence.tokens, place, (other) => has(operator, other)));
    if (fit >= Math.min(SAME_STATEMENT, claim.telling - 1) && fit > 0 && fit > (without?.fit ?? -1)) return token.raw;
  }
  return null;
}
/** Another sentence of the source has half as many again of the claim's words. */
function isFar({ keys }: Claim, { bySentence }: Evidence, sentence: number): boolean {
  const shared = (of: Token[]) => countShared(of, keys);
  const own = bySentence.find(([first]) => first?.sentence === sentence) ?? [];
  return Math.max(...bySentence.map(shared)) >= shared(own) * 1.5;
}
/** So many words in common around a word say that claim and source speak of the same. */
const SAME_STATEMENT = 3;

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
