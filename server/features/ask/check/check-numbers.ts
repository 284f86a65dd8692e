import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { UNIT_OF } from "./read-numbers.ts";

/** Tokens between a number and its unit: "1–2 business days". */
const UNIT_WITHIN = 3;

/** A figure stands in the cited text, with its unit where it has one. */
export const checkNumbers: Rule = (claim, evidence) => {
  for (const [here, token] of claim.tokens.entries()) {
    if (token.kind !== "number") continue;
    const places = evidence.at.get(token.key) ?? [];
    if (places.length === 0) return { reason: "number", what: token.raw };
    const unit = unitAt(claim, here);
    if (unit && !places.some((place) => hasUnit(evidence, place, unit))) {
      return { reason: "number", what: `${token.raw} ${unit}` };
    }
  }
  return null;
};

/** "$5" and "5 days" have a unit, "5 tabs" counts what a source may call otherwise. */
function unitAt({ tokens }: Claim, here: number): string | null {
  const before = tokens[here - 1];
  if (before?.kind === "sign" && before.key !== "%") return UNIT_OF.get(before.key) ?? before.key;
  const [next, second] = [tokens[here + 1], tokens[here + 2]];
  const own = UNIT_OF.get(next?.lower ?? "");
  if (own || next?.kind !== "word" || next.light) return own ?? null;
  // "2 business days"
  return UNIT_OF.get(second?.lower ?? "") ?? null;
}

/** The first unit behind it is its own: "620 mi" is not in "620 km (1,000 mi)". */
function hasUnit({ tokens }: Evidence, place: number, unit: string): boolean {
  if (UNIT_OF.get(tokens[place - 1]?.lower ?? "") === unit) return true;
  for (let at = place + 1; at <= place + UNIT_WITHIN; at++) {
    const found = UNIT_OF.get(tokens[at]?.lower ?? "");
    if (found) return found === unit;
  }
  return false;
}
