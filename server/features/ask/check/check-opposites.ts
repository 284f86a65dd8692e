import type { Claim } from "./claim.ts";
import { fitOf } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES, TURNING } from "./opposites.ts";
import { readWordKey, type Token } from "./read-tokens.ts";

/** No word stands where the cited text has its opposite: "after" for "before", "invalid" for "valid". */
export const checkOpposites: Rule = (claim, evidence) => {
  for (const [here, token] of claim.tokens.entries()) {
    if (token.kind !== "word" || token.capital) continue;
    const opposites = oppositesOf(token, evidence).filter((opposite) => !claim.keys.has(opposite));
    if (opposites.length === 0) continue;
    const own = bestFit(claim, here, evidence, token.key);
    // two words in common say that it is the same statement
    const turned = opposites.some((opposite) => bestFit(claim, here, evidence, opposite) > Math.max(own, 1));
    if (turned) return { reason: "polarity", what: token.raw };
  }
  return null;
};

function bestFit(claim: Claim, here: number, evidence: Evidence, key: string): number {
  const places = evidence.at.get(key) ?? [];
  return places.reduce((best, place) => Math.max(best, fitOf(claim, here, evidence, place)), -1);
}

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
