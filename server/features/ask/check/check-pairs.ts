import type { Claim } from "./claim.ts";
import { type Evidence, sentenceOf } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { unitAt } from "./figures.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/**
 * A figure stays with what it is said of: where the source counts seats twice, 3 of one plan and 10 of another, an answer
 * about the one has not the other's figure.
 */
export const checkPairs: Rule = (claim, evidence) => {
  for (const here of claim.tokens.keys()) {
    const own = countAt(claim.tokens, here, claim.tongue);
    if (!own) continue;
    const places = placesOfCount(evidence, own.of, claim.tongue);
    if (places.every(({ key }) => key === own.key)) continue;
    const best = (of: typeof places) =>
      of.reduce((most, { at }) => Math.max(most, nearness(claim, here, evidence, at)), -1);
    const same = best(places.filter(({ key }) => key === own.key));
    if (same >= 0 && best(places.filter(({ key }) => key !== own.key)) > same)
      return { reason: "number", what: claim.tokens[here]?.raw ?? "" };
  }
  return null;
};

type Count = { key: string; of: string };

/** A figure, or "one", and what it counts: a unit or the word behind it. */
function countAt(tokens: Token[], at: number, tongue: Tongue): Count | null {
  const token = tokens[at];
  const unit = token && unitAt(tokens, at, tongue);
  if (!token || (token.kind !== "number" && !(tongue.ones.has(token.lower) && unit))) return null;
  const next = tokens[at + 1];
  const of = unit ?? (next?.kind === "word" && !next.light && next.clause === token.clause ? next.key : null);
  return of === null ? null : { key: token.kind === "number" ? token.key : "1", of };
}

const counted = new WeakMap<Evidence, Map<string, { key: string; at: number }[]>>();

/** Everything that the evidence counts of one kind. */
function placesOfCount(evidence: Evidence, of: string, tongue: Tongue): { key: string; at: number }[] {
  const known = counted.get(evidence) ?? new Map<string, { key: string; at: number }[]>();
  if (!counted.has(evidence)) {
    for (const at of evidence.tokens.keys()) {
      const count = countAt(evidence.tokens, at, tongue);
      if (count) known.set(count.of, [...(known.get(count.of) ?? []), { key: count.key, at }]);
    }
    counted.set(evidence, known);
  }
  return known.get(of) ?? [];
}

/** Telling words of the claim's clause that stand in the same clause there; those of the same sentence count less. */
export function nearness(
  { tokens }: Claim,
  here: number,
  evidence: Evidence,
  place: number,
  isOwn: (key: string) => boolean = () => false,
): number {
  const [own, there] = [tokens[here], evidence.tokens[place]];
  const keys = new Set(
    tokens
      .filter((token) => token.clause === own?.clause && isSubject(token) && !isOwn(token.key))
      .map(({ key }) => key),
  );
  const sentence = sentenceOf(evidence, there?.sentence);
  const shared = sentence.filter((token) => isSubject(token) && keys.has(token.key));
  const inClause = new Set(shared.filter(({ clause }) => clause === there?.clause).map(({ key }) => key)).size;
  return inClause + new Set(shared.map(({ key }) => key)).size / 100;
}

const isSubject = ({ kind, light }: Token) => kind === "word" && !light;
