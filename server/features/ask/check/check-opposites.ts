import type { Claim } from "./claim.ts";
import { fitOf } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES, TURNING } from "./opposites.ts";

/** No word stands where the cited text has its opposite: "after" for "before", "invalid" for "valid". */
export const checkOpposites: Rule = (claim, evidence) => {
  for (const [here, { kind, lower, raw }] of claim.tokens.entries()) {
    if (kind !== "word") continue;
    const own = bestFit(claim, here, evidence, lower);
    for (const opposite of oppositesOf(lower)) {
      if (claim.tokens.some((token) => token.lower === opposite)) continue;
      const fit = bestFit(claim, here, evidence, opposite);
      // two words in common say that it is the same statement
      if (fit > Math.max(own, 1)) return { reason: "polarity", what: raw };
    }
  }
  return null;
};

function bestFit(claim: Claim, here: number, evidence: Evidence, word: string): number {
  if (!evidence.words.has(word)) return -1;
  let best = -1;
  for (const [place, { lower }] of evidence.tokens.entries()) {
    if (lower === word) best = Math.max(best, fitOf(claim, here, evidence, place));
  }
  return best;
}

function oppositesOf(word: string): string[] {
  const turned = word.length < 4 ? [] : TURNING.map((beginning) => beginning + word);
  const plain = TURNING.filter((beginning) => word.startsWith(beginning) && word.length > beginning.length + 3);
  return [...(OPPOSITES.get(word) ?? []), ...turned, ...plain.map((beginning) => word.slice(beginning.length))];
}
