import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Token } from "./read-tokens.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
/** "Sept" and "Mondays" are September and Monday; "mar" and "sun" only where they are written as names. */
const SHORT: ReadonlyMap<string, string> = new Map(
  [...MONTHS, ...WEEKDAYS].flatMap(
    (name) =>
      [
        [name, name],
        [`${name}s`, name],
        [name.slice(0, 3), name],
        ...(name === "september" ? [["sept", name] as const] : []),
      ] as [string, string][],
  ),
);
/** Words that are dates only beside a figure or as names. */
const AMBIGUOUS = new Set(["may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "august"]);

/** Tokens between a month and its day. */
const NEAR = 2;

function dateAt(tokens: Token[], at: number): string | null {
  const token = tokens[at];
  const name = SHORT.get(token?.lower ?? "");
  if (!token || !name) return null;
  const besideFigure = tokens[at - 1]?.kind === "number" || tokens[at + 1]?.kind === "number";
  return !AMBIGUOUS.has(token.lower) || token.capital || (besideFigure && /^\p{Lu}/u.test(token.raw)) ? name : null;
}

/** A month or weekday stands in the cited text, and so does the day beside a month, beside it. */
export const checkDates: Rule = ({ tokens }, evidence) => {
  for (const [here, token] of tokens.entries()) {
    const name = dateAt(tokens, here);
    if (!name) continue;
    const places = placesOf(name, evidence);
    if (places.length === 0) return { reason: "date", what: token.raw };
    for (const figure of [tokens[here - 1], tokens[here + 1]]) {
      if (figure?.kind !== "number" || !MONTHS.includes(name)) continue;
      if (!places.some((place) => hasNear(evidence, place, figure.key))) {
        return { reason: "date", what: `${token.raw} ${figure.raw}` };
      }
    }
  }
  return null;
};

const placesOf = (name: string, { tokens }: Evidence) =>
  tokens.flatMap((_, at) => (dateAt(tokens, at) === name ? [at] : []));

function hasNear({ tokens }: Evidence, place: number, key: string): boolean {
  for (let at = place - NEAR; at <= place + NEAR; at++) if (tokens[at]?.key === key) return true;
  return false;
}
