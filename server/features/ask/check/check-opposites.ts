import type { Claim } from "./claim.ts";
import { fitOf } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES, TURNING } from "./opposites.ts";

/** No word stands where the cited text has its opposite: "after" for "before", "invalid" for "valid". */
export const checkOpposites: Rule = (claim, evidence) => {
  for (const [here, { capital, kind, lower, raw }] of claim.tokens.entries()) {
    if (kind !== "word" || capital) continue;
    const opposites = oppositesOf(lower).filter((opposite) => evidence.words.has(opposite));
    const own = opposites.length > 0 ? bestFit(claim, here, evidence, lower) : 0;
    for (const opposite of opposites) {
      if (claim.tokens.some((token) => token.lower === opposite)) continue;
      const fit = bestFit(claim, here, evidence, opposite);
      // two words in common say that it is the same statement
      if (fit > Math.max(own, 1)) return { reason: "polarity", what: raw };
    }
  }
  return null;
};

function bestFit(claim: Claim, here: number, evidence: Evidence, word: string): number {
  const places = evidence.words.get(word) ?? [];
  return places.reduce((best, place) => Math.max(best, fitOf(claim, here, evidence, place)), -1);
}

function oppositesOf(word: string): string[] {
  const turned = word.length < 4 ? [] : TURNING.map((beginning) => beginning + word);
  const plain = TURNING.filter((beginning) => word.startsWith(beginning) && word.length > beginning.length + 3);
  return [...(OPPOSITES.get(word) ?? []), ...turned, ...plain.map((beginning) => word.slice(beginning.length))];
}
