import { alignClaim, type Alignment } from "./align.ts";
import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import { isConfirmed } from "./check-polarity.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { OPPOSITES } from "./opposites.ts";
import { MODALS, OPERATORS, saysAt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";

/** Tokens that may have changed at one place; more is another way to say it. */
const CHANGED_AT_MOST = 4;
/** Tokens beside a change within which telling words must be the same, and how many. */
const BESIDE = 5;
const SAME = 2;

/** The share of the nearest sentence's words that another must have to be heard. */
const FARTHER = 0.6;

/** What the claim has where the source's sentence, the same around it, has something else. */
type Change = { here: Token[]; from: number; to: number; there: Token[] };

/**
 * A figure or name may stand in a source and belong to something else; "not" and "only" may come or go. Laid beside the
 * source's own sentence, nothing of the kind has changed in its place.
 */
export const checkSwaps: Rule = (claim, evidence) => {
  const alignments = alignClaim(claim, evidence);
  for (const alignment of alignments) {
    for (const change of findChanges(claim, alignment)) {
      const here = change.here.filter(
        (_, at) => !alignments.some((other) => excuses(other, alignment, claim, change, at)),
      );
      const fault =
        findSwap({ ...change, here }, claim, alignment) ??
        findReplaced({ ...change, here }, alignment, claim, evidence) ??
        findTurn({ ...change, here }, alignment, alignments, claim, evidence);
      if (fault) return fault;
    }
  }
  return null;
};

/** What another sentence, hardly farther from the claim, has in the same company is no change; what a nearer one has neither. */
function excuses(other: Alignment, than: Alignment, { tokens }: Claim, { from, to }: Change, at: number): boolean {
  const there = other.of[from + at] ?? -1;
  if (there < 0 || other.same < than.same * FARTHER) return false;
  const company = [from - 2, from - 1, to, to + 1].some(
    (beside) =>
      tokens[beside]?.light === false && Math.abs((other.of[beside] ?? -9) - there - (beside - from - at)) <= 1,
  );
  return company || other.same > than.same;
}

function findChanges({ tokens }: Claim, { sentence, of }: Alignment): Change[] {
  const changes: Change[] = [];
  let last = -1;
  let lastThere = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const there = at < tokens.length ? (of[at] ?? -1) : sentence.length;
    if (there < 0) continue;
    const here = tokens.slice(last + 1, at);
    const other = sentence.slice(lastThere + 1, there);
    const small = here.length + other.length > 0 && here.length <= CHANGED_AT_MOST && other.length <= CHANGED_AT_MOST;
    if (small && sameAround(tokens, of, last, at)) changes.push({ here, from: last + 1, to: at, there: other });
    last = at;
    lastThere = there;
  }
  return changes;
}

function sameAround(tokens: Token[], of: number[], before: number, after: number): boolean {
  const isSame = (at: number) => (of[at] ?? -1) >= 0 && tokens[at]?.light === false;
  const around = Array.from({ length: BESIDE }, (_, step) => [before - step, after + step]).flat();
  return around.filter(isSame).length >= SAME;
}

/** A name for a name, a figure for a figure, a word for its opposite. */
function findSwap({ here, there }: Change, { tokens }: Claim, { of }: Alignment): ReturnType<Rule> {
  if (joinWords(here) === joinWords(there)) return null;
  if (Math.abs(here.length - there.length) > LONGER && !(here.every(isNameOrLight) && there.every(isNameOrLight))) return null;
  const moved = new Set(tokens.filter((_, at) => (of[at] ?? -1) < 0).map(({ key }) => key));
  const gone = there.filter(({ key }) => !moved.has(key));
  for (const token of here) {
    if (token.kind === "number" && gone.some(({ kind }) => kind === "number"))
      return { reason: "number", what: token.raw };
    if (token.capital && gone.some(isName)) return { reason: "name", what: token.raw };
    const opposites = OPPOSITES.get(token.key);
    if (gone.some(({ key }) => opposites?.has(key))) return { reason: "polarity", what: token.raw };
  }
  return null;
}

/** One word of the writer's own for one of the source's, in a sentence that is otherwise the source's. */
function findReplaced(
  { here, there }: Change,
  { same }: Alignment,
  { tokens }: Claim,
  evidence: Evidence,
): ReturnType<Rule> {
  const [one] = here;
  const [other] = there;
  if (!one || !other || here.length > 1 || there.length > 1 || one.light || other.light) return null;
  const telling = tokens.filter(({ light }) => !light).length;
  const isOwn = telling >= OTHERWISE_SAME && same >= telling - 1 && findPlaces(one, evidence).length === 0;
  return isOwn ? { reason: "words", what: one.raw } : null;
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
  const { tokens } = claim;
  const telling = tokens.filter(({ light }) => !light).length;
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
