import type { Claim } from "./claim.ts";
import { fitOf } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES, TURNING } from "./opposites.ts";
import { NEGATIONS } from "./operators.ts";
import { readWordKey, type Token } from "./read-tokens.ts";

/** No word stands where the cited text has its opposite: "after" for "before", "invalid" for "valid". */
export const checkOpposites: Rule = (claim, evidence) => {
  for (const [here, token] of claim.tokens.entries()) {
    if (token.kind !== "word" || token.capital) continue;
    if (hasOpposite(claim, here, evidence, isNegated(claim.tokens, here)))
      return { reason: "polarity", what: token.raw };
  }
  return null;
};

/** "Not known" says what "unknown" says, and not what "not unknown" says. */
export function isTurnedInto(claim: Claim, negation: number, evidence: Evidence): boolean {
  const behind = [1, 2, 3].map((step) => negation + step);
  return behind.some((at) => isNegated(claim.tokens, at) && hasOpposite(claim, at, evidence, false));
}

/** A negation stands before it, with little words between: "not been confirmed". */
export function isNegated(tokens: Token[], at: number): boolean {
  let before = at - 1;
  while (at - before < 3 && tokens[before]?.light && !NEGATIONS.has(tokens[before]?.lower ?? "")) before--;
  return NEGATIONS.has(tokens[before]?.lower ?? "");
}

/** The cited text has an opposite, negated or not, in better company than the word itself. */
function hasOpposite(claim: Claim, here: number, evidence: Evidence, negated: boolean): boolean {
  const token = claim.tokens[here];
  const opposites = token ? oppositesOf(token, evidence).filter((opposite) => !claim.keys.has(opposite)) : [];
  if (!token || opposites.length === 0) return false;
  const ownPlaces = evidence.at.get(token.key) ?? [];
  const own = bestFit(claim, here, evidence, ownPlaces);
  // a sentence that has both is none that says the opposite
  const inSentence = new Set(negated || !token.light ? [] : ownPlaces.map((place) => evidence.tokens[place]?.sentence));
  // two words in common say that it is the same statement
  return opposites.some((opposite) => {
    const places = (evidence.at.get(opposite) ?? []).filter(
      (place) => isNegated(evidence.tokens, place) === negated && !inSentence.has(evidence.tokens[place]?.sentence),
    );
    return bestFit(claim, here, evidence, places) > Math.max(own, 1);
  });
}

const bestFit = (claim: Claim, here: number, evidence: Evidence, places: number[]): number =>
  places.reduce((best, place) => Math.max(best, fitOf(claim, here, evidence, place)), -1);

/** Keys of its opposites that the evidence has. */
function oppositesOf({ lower, key }: Token, { at, words }: Evidence): string[] {
  const turned = lower.length < 4 ? [] : TURNING.map((beginning) => beginning + lower);
  const plain = TURNING.filter((beginning) => lower.startsWith(beginning) && lower.length > beginning.length + 3);
  const spelled = [...turned, ...plain.map((beginning) => lower.slice(beginning.length))];
  return [
    ...[...(OPPOSITES.get(key) ?? [])].filter((opposite) => at.has(opposite)),
    ...spelled.filter((word) => words.has(word)).map(readWordKey),
  ];
}
