import { tellsOf } from "#server/knowledge/common-words.ts";
import { alignClaim, type Alignment } from "./align.ts";
import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import { isConfirmed } from "./check-polarity.ts";
import type { Evidence } from "./evidence.ts";
import { findChanges, findNameChanges, type Change } from "./find-changes.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES } from "./opposites.ts";
import { MODALS, OPERATORS, saysAt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";

/** The share of the nearest sentence's words that another must have to be heard. */
const FARTHER = 0.6;

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
      const fault =
        findSwap(changed, claim, alignment) ??
        findReplaced(changed, alignment, claim, evidence) ??
        findTurn(changed, alignment, alignments, claim, evidence);
      if (fault) return fault;
    }
    for (const change of findNameChanges(claim, alignment)) {
      const fault = findSwap({ ...change, here: own(change) }, claim, alignment);
      if (fault) return fault;
    }
  }
  return null;
};

/** What another sentence, hardly farther from the claim, has in the same company is no change; what a nearer one has neither. */
function excuses(other: Alignment, than: Alignment, claim: Claim, { from, to }: Change, at: number): boolean {
  const { tokens, telling } = claim;
  const there = other.of[from + at] ?? -1;
  const isAllTheRest = than.same >= telling - 1;
  if (there < 0 || other.same < than.same * (isAllTheRest ? 1 : FARTHER)) return false;
  const company = [from - 2, from - 1, to, to + 1].some(
    (beside) =>
      tokens[beside]?.light === false && Math.abs((other.of[beside] ?? -9) - there - (beside - from - at)) <= 1,
  );
  return company || other.same > than.same;
}

/** A name for a name, a figure for a figure, a word for its opposite. */
function findSwap({ here, there }: Change, { tokens }: Claim, { of }: Alignment): ReturnType<Rule> {
  const [one, other] = [joinWords(here), joinWords(there)];
  const isOtherwiseSaid = Math.abs(here.length - there.length) > LONGER && ![...here, ...there].every(isNameOrLight);
  if (one === other || isOtherwiseSaid) return null;
  const isPart = one.includes(other) || other.includes(one);
  const elsewhere = new Set(tokens.filter((_, at) => (of[at] ?? -1) < 0).map(({ key }) => key));
  const gone = there.filter(({ key }) => !elsewhere.has(key));
  for (const token of here) {
    if (token.kind === "number" && gone.some(({ kind }) => kind === "number"))
      return { reason: "number", what: token.raw };
    if (token.capital && !isPart && gone.some(isName)) return { reason: "name", what: token.raw };
    const opposites = OPPOSITES.get(token.key);
    if (gone.some(({ key }) => opposites?.has(key))) return { reason: "polarity", what: token.raw };
  }
  return null;
}

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
  return isOwn && tellsOf(one.key) === 1 ? { reason: "words", what: one.raw } : null;
}
const OTHERWISE_SAME = 4;

/** Tokens that a swap may be longer or shorter; else it is another way to say something. */
const LONGER = 1;

/** "Southeast" is "South East". */
const joinWords = (tokens: Token[]) => tokens.map(({ lower }) => lower).join("");
const isNameOrLight = (token: Token) => token.light || isName(token);
const isName = ({ capital, light, raw }: Token) => capital && !light && raw.length > 1;

/** "Not", "only", "always" or "must" that came, "not" or "only" that went. */
function findTurn(
  { here, from, to, there }: Change,
  { same }: Alignment,
  alignments: Alignment[],
  claim: Claim,
  evidence: Evidence,
): ReturnType<Rule> {
  const { tokens, telling } = claim;
  for (const operator of OPERATORS) {
    const { says, means, kept } = operator;
    const has = ({ lower }: Token) => says.has(lower) || means.has(lower);
    const came = here.find((token) => {
      const at = tokens.indexOf(token);
      return saysAt(operator, tokens, at) && !isConfirmed(claim, at, evidence, operator);
    });
    if (came && !there.some(has)) return { reason: "polarity", what: came.raw };
    const went = there.find(({ lower }) => says.has(lower));
    const asIs = alignments.some(
      ({ of }) => from > 0 && to < tokens.length && of[to] === (of[from - 1] ?? -2) + 1 + to - from,
    );
    if (kept && went && same * 2 >= telling && !tokens.slice(from, to).some(has) && !asIs)
      return { reason: "polarity", what: went.raw };
  }
  for (const { says, turnedBy } of MODALS) {
    const came = here.find(({ lower }) => says.has(lower));
    if (came && there.some(({ lower }) => turnedBy.has(lower))) return { reason: "polarity", what: came.raw };
  }
  return null;
}
