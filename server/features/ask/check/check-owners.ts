import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Fault } from "./fault.ts";

/** One word in so many of a sentence may be another item's by chance. */
const BY_CHANCE = 6;

/** What a list says of one item only is not said of the one that the sentence names. `narrow` is without the others. */
export function checkOwners(claim: Claim, narrow: Evidence, whole: Evidence): Fault | null {
  if (narrow === whole) return null;
  const strange = claim.tokens.filter(
    (token) => !token.light && whole.at.has(token.key) && findPlaces(token, narrow).length === 0,
  );
  if (strange.length * BY_CHANCE < claim.telling || strange.length === 0) return null;
  return { reason: "words", what: strange.map(({ raw }) => raw).join(", ") };
}
