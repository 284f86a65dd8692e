import type { Alignment } from "./align.ts";
import { bearsAt } from "./check-negations.ts";
import { isConfirmed } from "./same-statement.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Change } from "./find-changes.ts";
import { negationsOf } from "./negations.ts";
import { bears, saysAt, saysIt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens beside a change in which the same operator may stand: "only use it" and "use it only". */
const AROUND = 6;

/** "Not", "only", "always" or "must" that came, "not" or "only" that went. */
export function findTurn(
  change: Change,
  alignment: Alignment,
  alignments: Alignment[],
  claim: Claim,
  evidence: Evidence,
): ReturnType<Rule> {
  const { here, from, to, there } = change;
  const { tokens, telling, tongue } = claim;
  const not = here.find((token) => isAlignedPlain(claim, tokens.indexOf(token), alignment, evidence));
  if (not && !there.some((token) => bears(tongue.negation, token))) return { reason: "polarity", what: not.raw };
  for (const operator of tongue.operators) {
    const { says, kept } = operator;
    const has = (token: Token) => bears(operator, token);
    const came = here.find((token) => {
      const at = tokens.indexOf(token);
      return saysAt(operator, tokens, at) && !isConfirmed(claim, at, evidence, operator);
    });
    const nearer = alignments.filter((other) => other === alignment || other.same > alignment.same);
    if (came && !there.some(has) && !nearer.some((other) => standsNear(other, from, came)))
      return { reason: "polarity", what: came.raw };
    const went = kept && alignment.same * 2 >= telling ? there.find((token) => saysIt(says, token)) : undefined;
    const stays = tokens.slice(from, to).some(has) || isBeside(tokens, change, says);
    if (went && !stays && !standsAsIs(alignments, claim, from, to) && isSpokenOf(alignment, went))
      return { reason: "polarity", what: went.raw };
  }
  for (const { says, turnedBy } of tongue.modals) {
    const came = here.find(({ lower }) => says.has(lower));
    if (came && there.some(({ lower }) => turnedBy.has(lower))) return { reason: "polarity", what: came.raw };
  }
  return null;
}

/** A "not" whose word stands in the source's sentence and is not turned there. */
function isAlignedPlain(claim: Claim, at: number, { sentence, of }: Alignment, evidence: Evidence): boolean {
  const { tokens, tongue } = claim;
  const negation = negationsOf(tokens, tongue).find((each) => each.at === at);
  if (!negation || isConfirmed(claim, at, evidence, tongue.negation)) return false;
  const there = negation.governed.map((here) => of[here] ?? -1).filter((place) => place >= 0);
  return there.length > 0 && !there.some((place) => bearsAt(sentence, place, claim));
}

/** The claim says it beside the change. */
const isBeside = (tokens: Token[], { from, to }: Change, says: ReadonlySet<string>): boolean =>
  tokens.slice(Math.max(0, from - AROUND), to + AROUND).some((token) => saysIt(says, token));

/** The source's sentence has the same "only" or "always" near by, and the claim had it not yet. */
function standsNear({ sentence, of }: Alignment, from: number, { lower }: Token): boolean {
  const before = of.slice(0, from).findLast((place) => place >= 0) ?? 0;
  return sentence.some((token, at) => token.lower === lower && Math.abs(at - before) <= AROUND + 1 && !of.includes(at));
}

/** Another sentence has what is here, word behind word. */
const standsAsIs = (alignments: Alignment[], { tokens }: Claim, from: number, to: number): boolean =>
  alignments.some(({ of }) => from > 0 && to < tokens.length && of[to] === (of[from - 1] ?? -2) + 1 + to - from);

/** The claim has a telling word of the clause in which the source says it. */
const isSpokenOf = ({ sentence, of }: Alignment, { clause }: Token): boolean =>
  sentence.some((token, at) => token.clause === clause && !token.light && of.includes(at));
