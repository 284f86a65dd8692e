import type { Token } from "./read-tokens.ts";
import type { Limit, Tongue } from "./tongues/tongue.ts";

/** Tokens between a "not" and the limit that it turns: "may not have more than". */
const NOT_WITHIN = 4;
/** Tokens between a figure and a limit behind it: "2 business days at least". */
const BEHIND = 3;

/** Notes of each figure whether it is the least or the most. The words that say so turn nothing else. */
export function markLimits(tokens: Token[], tongue: Tongue): void {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "number") continue;
    const found = findBefore(tokens, at, tongue) ?? findBehind(tokens, at, tongue);
    if (!found) continue;
    const { limit, from } = found;
    const not = limit.weak ? -1 : findNot(tokens, from, tongue);
    const bound = not < 0 ? limit.bound : limit.bound === "least" ? "most" : "least";
    token.limit = { ...limit, bound };
    for (let step = 0; step < limit.phrase.length && !limit.weak; step++) inert(tokens[from + step]);
    if (not >= 0) inert(tokens[not]);
  }
}

const inert = (token: Token | undefined) => {
  if (token) token.inert = true;
};

type Found = { limit: Limit; from: number };

const stands = (tokens: Token[], from: number, { phrase }: Limit) =>
  from >= 0 && phrase.every((word, step) => tokens[from + step]?.lower === word);

/** Directly before the figure, or before its currency. */
function findBefore(tokens: Token[], at: number, { limits }: Tongue): Found | null {
  const end = tokens[at - 1]?.kind === "sign" ? at - 1 : at;
  const limit = limits.find((each) => each.side === "before" && stands(tokens, end - each.phrase.length, each));
  return limit ? { limit, from: end - limit.phrase.length } : null;
}

/** Behind the figure and its unit. */
function findBehind(tokens: Token[], at: number, { limits }: Tongue): Found | null {
  for (let from = at + 1; from <= at + BEHIND; from++) {
    if (tokens[from]?.kind === "number" || tokens[from]?.sentence !== tokens[at]?.sentence) return null;
    const limit = limits.find((each) => each.side === "after" && stands(tokens, from, each));
    // "at least" belongs to the figure behind it where there is one
    if (limit && tokens[from + limit.phrase.length]?.kind !== "number") return { limit, from };
  }
  return null;
}

/** A "not" of the same clause that turns the limit. */
function findNot(tokens: Token[], from: number, { negation }: Tongue): number {
  const clause = tokens[from]?.clause;
  for (let at = from - 1; at >= from - NOT_WITHIN && tokens[at]?.clause === clause; at--) {
    if (negation.says.has(tokens[at]?.lower ?? "")) return at;
  }
  return -1;
}
