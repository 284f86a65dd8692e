import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** Tokens between a number and its unit: "1–2 business days". */
const UNIT_WITHIN = 3;

/** Where the evidence has a figure of the claim, with its unit where it has one. */
export function placesOfFigure(claim: Claim, here: number, evidence: Evidence): number[] {
  const places = evidence.at.get(claim.tokens[here]?.key ?? "") ?? [];
  const unit = unitAt(claim.tokens, here, claim.tongue);
  return unit ? places.filter((place) => hasUnit(evidence.tokens, place, unit, claim.tongue)) : places;
}

/** "$5" and "5 days" have a unit, "5 tabs" counts what a source may call otherwise. */
export function unitAt(tokens: Token[], here: number, { units }: Tongue): string | null {
  const before = tokens[here - 1];
  if (before?.kind === "sign" && before.key !== "%") return units.get(before.key) ?? before.key;
  const [next, second] = [tokens[here + 1], tokens[here + 2]];
  const own = units.get(next?.lower ?? "");
  if (own || next?.kind !== "word" || next.light) return own ?? null;
  // "2 business days"
  return units.get(second?.lower ?? "") ?? null;
}

/** The first unit behind it is its own: "620 mi" is not in "620 km (1,000 mi)". */
function hasUnit(tokens: Token[], place: number, unit: string, { units }: Tongue): boolean {
  if (units.get(tokens[place - 1]?.lower ?? "") === unit) return true;
  for (let at = place + 1; at <= place + UNIT_WITHIN; at++) {
    const found = units.get(tokens[at]?.lower ?? "");
    if (found) return found === unit;
  }
  return false;
}
