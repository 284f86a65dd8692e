import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** Tokens between a month and its day. */
const NEAR = 2;

function dateAt(tokens: Token[], at: number, { dates, unsureDates }: Tongue): string | null {
  const token = tokens[at];
  const name = dates.get(token?.lower ?? "");
  if (!token || !name) return null;
  const besideFigure = tokens[at - 1]?.kind === "number" || tokens[at + 1]?.kind === "number";
  return !unsureDates.has(token.lower) || token.capital || (besideFigure && /^\p{Lu}/u.test(token.raw)) ? name : null;
}

/** A month or weekday stands in the cited text, and so does the day beside a month, beside it. */
export const checkDates: Rule = ({ tokens, tongue }, evidence) => {
  for (const [here, token] of tokens.entries()) {
    const name = dateAt(tokens, here, tongue);
    if (!name) continue;
    const places = placesOf(name, evidence, tongue);
    if (places.length === 0) return { reason: "date", what: token.raw };
    for (const figure of [tokens[here - 1], tokens[here + 1]]) {
      if (figure?.kind !== "number" || !tongue.months.has(name)) continue;
      if (!places.some((place) => hasNear(evidence, place, figure.key))) {
        return { reason: "date", what: `${token.raw} ${figure.raw}` };
      }
    }
  }
  return null;
};

const placesOf = (name: string, { tokens }: Evidence, tongue: Tongue) =>
  tokens.flatMap((_, at) => (dateAt(tokens, at, tongue) === name ? [at] : []));

function hasNear({ tokens }: Evidence, place: number, key: string): boolean {
  for (let at = place - NEAR; at <= place + NEAR; at++) if (tokens[at]?.key === key) return true;
  return false;
}
