import type { Token } from "./read-tokens.ts";
import type { Operator } from "./tongues/tongue.ts";

/** True where the token is the operator: "all 12" counts, "all of them" claims, and "Do nothing" names. */
export const saysAt = ({ says }: Operator, tokens: Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && saysIt(says, token) && !(token.lower === "all" && tokens[at + 1]?.kind === "number");
};

export const saysIt = (says: ReadonlySet<string>, { lower, inert }: Token): boolean => says.has(lower) && !inert;

/** It says the same, or confirms it in other words. */
export const bears = ({ says, means }: Operator, token: Token): boolean =>
  saysIt(says, token) || means.has(token.lower);
