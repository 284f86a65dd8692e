import { tellsOf } from "#server/knowledge/common-words.ts";
import { alignClaim, type Alignment } from "./align.ts";
import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import { excuses } from "./excuses.ts";
import type { Rule } from "./fault.ts";
import { findChanges, findNameChanges, type Change } from "./find-changes.ts";
import { findOtherForm, findSwap } from "./find-swap.ts";
import { findTurn } from "./find-turn.ts";
import { isTelling } from "./read-tokens.ts";

/**
 * A figure or name may stand in a source and belong to something else; "not" and "only" may come or go. Laid beside the
 * source's own sentence, nothing of the kind has changed in its place.
 */
export const checkSwaps: Rule = (claim, evidence) => {
  const alignments = alignClaim(claim, evidence);
  for (const alignment of alignments) {
    const own = (change: Change) =>
      change.here.filter((_, at) => !alignments.some((other) => excuses(other, alignment, claim, change, at)));
    for (const change of findChanges(claim, alignment)) {
      const changed = { ...change, here: own(change) };
      // all that is new is another sentence's, and so is the way that it is said
      if (change.here.some(isTelling) && !changed.here.some(isTelling)) continue;
      const fault =
        findSwap(changed, claim, alignment, evidence) ??
        findReplaced(changed, alignment, claim, evidence) ??
        findTurn(changed, alignment, alignments, claim, evidence);
      if (fault) return fault;
    }
    const otherForm = findOtherForm(claim, alignment);
    if (otherForm) return otherForm;
    for (const change of findNameChanges(claim, alignment)) {
      const fault = findSwap({ ...change, here: own(change) }, claim, alignment, evidence);
      if (fault) return fault;
    }
  }
  return null;
};

/** One word of the writer's own, not an everyday one, for one of the source's, in a sentence that is otherwise the source's. */
function findReplaced(
  { here, there }: Change,
  { same }: Alignment,
  { telling }: Claim,
  evidence: Evidence,
): ReturnType<Rule> {
  const [one] = here;
  const [other] = there;
  if (!one || !other || here.length > 1 || there.length > 1 || one.light || other.light) return null;
  const isOwn = telling >= OTHERWISE_SAME && same >= telling - 1 && findPlaces(one, evidence).length === 0;
  return isOwn && (tellsOf(one.key) === 1 || /^\p{Lu}/u.test(one.raw)) ? { reason: "words", what: one.raw } : null;
}
const OTHERWISE_SAME = 4;
