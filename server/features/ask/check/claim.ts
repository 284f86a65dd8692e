import { normalizeText } from "./normalize-text.ts";
import { readAddresses } from "./read-addresses.ts";
import { readRuns } from "./read-runs.ts";
import { readTokens, type Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** A model's sentence, taken apart once for all rules. */
export type Claim = {
  text: string;
  tokens: Token[];
  telling: number;
  keys: ReadonlySet<string>;
  runs: string[];
  addresses: string[];
  /** The language that it is read in: that of its sources. */
  tongue: Tongue;
};

/** "2. Sign in" counts, and says nothing of what follows. "40: not found" says what 40 is. */
const PRELUDE = /^(?:(?:step )?\d{1,2}[.)]|step \d{1,2}:)\s+/i;

/** A sentence as it is compared word for word. */
export const readSentence = (sentence: string): string => normalizeText(sentence).replace(PRELUDE, "");

export function readClaim(sentence: string, tongue: Tongue): Claim {
  const text = readSentence(sentence);
  const tokens = readTokens(text, tongue);
  return {
    text,
    tokens,
    telling: tokens.filter(({ light }) => !light).length,
    keys: new Set(tokens.map(({ key }) => key)),
    runs: readRuns(text),
    addresses: readAddresses(sentence),
    tongue,
  };
}
