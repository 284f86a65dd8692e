import { nearness } from "./check-pairs.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { isAddress } from "./read-addresses.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/** An address stays with what it is said of: where the source has two, the one of live logins is not that of sandbox logins. */
export const checkAddressPairs: Rule = (claim, evidence) => {
  const own = claim.runs.filter((run) => isAddress(run) && evidence.runs.has(run));
  if (own.length === 0) return null;
  const all = [...evidence.runs].filter(isAddress).map((run) => ({ run, words: wordsOf(run, claim) }));
  const keys = new Set(all.flatMap(({ words }) => words.map(({ key }) => key)));
  for (const run of own) {
    const here = placesOf(wordsOf(run, claim), claim.tokens)[0];
    if (here === undefined) continue;
    const best = (of: typeof all) =>
      Math.max(
        -1,
        ...of
          .flatMap(({ words }) => placesOf(words, evidence.tokens))
          .map((at) => near(claim, here, evidence, at, keys)),
      );
    const same = best(all.filter((each) => each.run === run));
    const other = all.filter((each) => each.run !== run && !claim.runs.includes(each.run));
    if (same >= 0 && best(other) >= same + 1) return { reason: "address", what: run };
  }
  return null;
};

const near = (claim: Claim, here: number, evidence: Evidence, at: number, keys: ReadonlySet<string>) =>
  nearness(claim, here, evidence, at, (key) => keys.has(key));

const wordsOf = (run: string, { tongue }: Claim): Token[] => readTokens(run, tongue);

/** Where its words stand one behind the other. */
const placesOf = (words: Token[], tokens: Token[]): number[] =>
  words.length === 0
    ? []
    : [...tokens.keys()].filter((at) => words.every(({ lower }, step) => tokens[at + step]?.lower === lower));
