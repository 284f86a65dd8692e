import type { Claim } from "./claim.ts";
import { fitOf } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** Little words between a negation and what it turns: "not have to make the same". */
const REACH = 6;

/** No word stands where the cited text has its opposite: "after" for "before", "invalid" for "valid". */
export const checkOpposites: Rule = (claim, evidence) => {
  for (const [here, token] of claim.tokens.entries()) {
    if (token.kind !== "word" || token.capital || token.inert) continue;
    if (hasOpposite(claim, here, evidence, isNegated(claim.tokens, here, claim.tongue)))
      return { reason: "polarity", what: token.raw };
  }
  return null;
};

/** "Not known" says what "unknown" says, and not what "not unknown" says. */
export function isTurnedInto(claim: Claim, negation: number, evidence: Evidence): boolean {
  const behind = Array.from({ length: REACH }, (_, step) => negation + step + 1);
  return behind.some((at) => isNegated(claim.tokens, at, claim.tongue) && hasOpposite(claim, at, evidence, false));
}

/** A negation stands before it, with little words between: "not been confirmed". */
export function isNegated(tokens: Token[], at: number, { negation }: Tongue): boolean {
  const turns = (place: number) => negation.says.has(tokens[place]?.lower ?? "") && tokens[place]?.inert === false;
  let before = at - 1;
  while (at - before < REACH && tokens[before]?.light && !turns(before)) before--;
  return turns(before);
}

/** The cited text has an opposite, negated or not, in better company than the word itself. */
function hasOpposite(claim: Claim, here: number, evidence: Evidence, negated: boolean): boolean {
  const token = claim.tokens[here];
  const opposites = token
    ? oppositesOf(token, evidence, claim.tongue).filter((opposite) => !claim.keys.has(opposite))
    : [];
  if (!token || opposites.length === 0) return false;
  const ownPlaces = placesOfLike(token, evidence, claim.tongue);
  const own = bestFit(claim, here, evidence, ownPlaces);
  // a sentence that has both is none that says the opposite
  const inSentence = new Set(negated || !token.light ? [] : ownPlaces.map((place) => evidence.tokens[place]?.sentence));
  // two words in common say that it is the same statement
  return opposites.some((opposite) => {
    const places = (evidence.at.get(opposite) ?? []).filter(
      (place) =>
        isNegated(evidence.tokens, place, claim.tongue) === negated &&
        !inSentence.has(evidence.tokens[place]?.sentence),
    );
    return bestFit(claim, here, evidence, places) > Math.max(own, 1);
  });
}

const bestFit = (claim: Claim, here: number, evidence: Evidence, places: number[]): number =>
  places.reduce((best, place) => Math.max(best, fitOf(claim, here, evidence, place)), -1);

/** Where the word stands, or one that has an opposite in common with it: "accept" for "allow". */
function placesOfLike({ key }: Token, { at }: Evidence, { opposites }: Tongue): number[] {
  const like = [...(opposites.get(key) ?? [])].flatMap((opposite) => [...(opposites.get(opposite) ?? [])]);
  return [...new Set([key, ...like])].flatMap((each) => at.get(each) ?? []);
}

/** Keys of its opposites that the evidence has. */
function oppositesOf({ lower, key }: Token, { at, words }: Evidence, tongue: Tongue): string[] {
  const { opposites, turning, keyOf } = tongue;
  const turned = lower.length < 4 ? [] : turning.map((beginning) => beginning + lower);
  const plain = turning.filter((beginning) => lower.startsWith(beginning) && lower.length > beginning.length + 3);
  const spelled = [...turned, ...plain.map((beginning) => lower.slice(beginning.length))];
  return [
    ...[...(opposites.get(key) ?? [])].filter((opposite) => at.has(opposite)),
    ...spelled.filter((word) => words.has(word)).map((word) => keyOf(word)),
  ];
}
