import type { Rule } from "./fault.ts";
import { placesOfFigure, unitAt } from "./figures.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** A figure stands in the cited text, with its unit where it has one, and not without it where it has a sign there. */
export const checkNumbers: Rule = (claim, evidence) => {
  const { tongue, tokens } = claim;
  for (const [here, token] of tokens.entries()) {
    if (token.kind !== "number") continue;
    if (!evidence.at.has(token.key)) return { reason: "number", what: token.raw };
    const places = placesOfFigure(claim, here, evidence);
    const unit = unitAt(tokens, here, tongue);
    if (places.length === 0) return { reason: "number", what: unit ? `${token.raw} ${unit}` : token.raw };
    const isBare = unit === null && tokens[here + 1]?.kind !== "number";
    if (isBare && places.every((place) => isOfSign(evidence.tokens, place, tongue)))
      return { reason: "number", what: token.raw };
  }
  return null;
};

/** "10%" and "$5" are no plain figures. */
const isOfSign = (tokens: Token[], place: number, tongue: Tongue) =>
  /^[\p{Sc}%]$/u.test(unitAt(tokens, place, tongue) ?? "");
