import { tellsOf } from "#server/knowledge/common-words.ts";
import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** The share of a sentence's telling words that may be the writer's own; what one word weighs may in any sentence of four. */
const OWN = 0.3;
/** A clause of some length that has nothing but words of its own adds a claim; so does one with so much of its own. */
const CLAUSE = 3;
const OF_CLAUSE = 0.8;
const OWN_OF_CLAUSE = 1.7;
const OWN_SHARE = 0.45;
const MANY = 3;

/** Nearly all of the words that carry a sentence stand in the cited text. A word of everyday English carries less. */
export const checkWords: Rule = (claim, evidence) => {
  const weigh = (tokens: Token[]) => tokens.reduce((sum, token) => sum + weightOf(token, claim.tongue), 0);
  const telling = claim.tokens.filter(({ light, kind }) => !light && kind !== "sign");
  const own = telling.filter((token) => findPlaces(token, evidence).length === 0);
  if (weigh(own) > Math.max(telling.length >= 4 ? 1 : 0, weigh(telling) * OWN)) return fault(own);
  for (const [id, clause = []] of Object.entries(Object.groupBy(telling, (token) => token.clause))) {
    const tokens = claim.tokens.filter((token) => String(token.clause) === id).length;
    const added = clause.filter((token) => own.includes(token));
    const much = weigh(added);
    if (much >= OF_CLAUSE && added.length === clause.length && tokens >= CLAUSE) return fault(added);
    if (much >= OWN_OF_CLAUSE && (much >= MANY || much >= weigh(clause) * OWN_SHARE)) return fault(added);
  }
  return null;
};

const weightOf = ({ kind, key, lower }: Token, tongue: Tongue) =>
  kind === "word" ? tongue.weightOf(lower, key) : tellsOf(key);
const fault = (own: Token[]) => ({ reason: "words" as const, what: own.map(({ raw }) => raw).join(", ") });

/** How many of a sentence's telling words a source has. */
export const countFound = (claim: Claim, evidence: Evidence): number =>
  claim.tokens.filter((token) => !token.light && findPlaces(token, evidence).length > 0).length;
