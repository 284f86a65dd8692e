import type { Rule } from "./fault.ts";
import { placesOfFigure } from "./figures.ts";
import type { Token } from "./read-tokens.ts";

/**
 * A figure that is the least or the most in the answer is so in the cited text: "at least 2 days" is not "up to 2 days",
 * nor "2 days". What is said without a limit may be the most of something, but not the least.
 */
export const checkLimits: Rule = (claim, evidence) => {
  for (const [here, token] of claim.tokens.entries()) {
    if (!token.limit) continue;
    const places = placesOfFigure(claim, here, evidence);
    if (places.length > 0 && !places.some((place) => allows(evidence.tokens[place], token.limit)))
      return { reason: "number", what: `${token.limit.bound === "least" ? "≥" : "≤"} ${token.raw}` };
  }
  return null;
};

function allows(token: Token | undefined, claimed: Token["limit"]): boolean {
  if (!token?.limit) return claimed?.weak === true || (claimed?.bound === "most" && !claimed.strict);
  return token.limit.bound === claimed?.bound;
}
