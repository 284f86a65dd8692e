import type { Alignment } from "./align.ts";
import { isTurnedInto } from "./check-opposites.ts";
import { isConfirmed } from "./check-polarity.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Change } from "./find-changes.ts";
import { MODALS, NEGATIONS, OPERATORS, saysAt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens beside a change in which the same operator may stand: "only use it" and "use it only". */
const AROUND = 6;
/** Tokens beside a change within which another "not" speaks of the same. */
const BESIDE = 3;

/** "Not", "only", "always" or "must" that came, "not" or "only" that went. */
export function findTurn(
  change: Change,
  alignment: Alignment,
  alignments: Alignment[],
  claim: Claim,
  evidence: Evidence,
): ReturnType<Rule> {
  const { here, from, to, there } = change;
  const { tokens, telling } = claim;
  for (const operator of OPERATORS) {
    const { says, means, kept } = operator;
    const has = ({ lower }: Token) => says.has(lower) || means.has(lower);
    const came = here.find((token) => {
      const at = tokens.indexOf(token);
      const isSaid = isConfirmed(claim, at, evidence, operator) || isTurnedInto(claim, at, evidence);
      return saysAt(operator, tokens, at) && !isSaid;
    });
    const nearer = alignments.filter((other) => other === alignment || other.same > alignment.same);
    if (came && !there.some(has) && !nearer.some((other) => standsNear(other, from, came)))
      return { reason: "polarity", what: came.raw };
    const went = kept && alignment.same * 2 >= telling ? there.find(({ lower }) => says.has(lower)) : undefined;
    const stays = tokens.slice(from, to).some(has) || isNear(tokens, change, says);
    if (went && !stays && !standsAsIs(alignments, claim, from, to) && isSpokenOf(alignment, went))
      return { reason: "polarity", what: went.raw };
  }
  for (const { says, turnedBy } of MODALS) {
    const came = here.find(({ lower }) => says.has(lower));
    if (came && there.some(({ lower }) => turnedBy.has(lower))) return { reason: "polarity", what: came.raw };
  }
  return null;
}

/** The claim says it beside the change. */
function isNear(tokens: Token[], { from, to }: Change, says: ReadonlySet<string>): boolean {
  const reach = says === NEGATIONS ? BESIDE : AROUND;
  return tokens.slice(Math.max(0, from - reach), to + reach).some(({ lower }) => says.has(lower));
}

/** The source's sentence has the same "only" or "always" near by, and the claim had it not yet. A "not" does not move. */
function standsNear({ sentence, of }: Alignment, from: number, { lower }: Token): boolean {
  if (NEGATIONS.has(lower)) return false;
  const before = of.slice(0, from).findLast((place) => place >= 0) ?? 0;
  return sentence.some((token, at) => token.lower === lower && Math.abs(at - before) <= AROUND + 1 && !of.includes(at));
}

/** Another sentence has what is here, word behind word. */
const standsAsIs = (alignments: Alignment[], { tokens }: Claim, from: number, to: number): boolean =>
  alignments.some(({ of }) => from > 0 && to < tokens.length && of[to] === (of[from - 1] ?? -2) + 1 + to - from);

/** The claim has a telling word of the clause in which the source says it. */
const isSpokenOf = ({ sentence, of }: Alignment, { clause }: Token): boolean =>
  sentence.some((token, at) => token.clause === clause && !token.light && of.includes(at));
