import { saysIt } from "./operators.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** A "not" and the tokens that it speaks of, from the beginning of its clause on; `governed` are the words it turns, nearest first. */
export type Negation = {
  at: number;
  from: number;
  to: number;
  governed: number[];
  /** The first of them, and what follows an "or". */
  listed: number[];
  /** It turns the statement whatever word of it one looks at: "no fix changes", "access is not needed". */
  isOfAll: boolean;
};

/** Words that a negation turns at most. */
const GOVERNED = 4;
/** Tokens within which a list goes on to its "or": "no company, ticket or task". */
const LIST = 10;

const read = new WeakMap<Token[], Negation[]>();

/** The negations of a text, each with what it turns. */
export function negationsOf(tokens: Token[], tongue: Tongue): Negation[] {
  const known = read.get(tokens);
  if (known) return known;
  const negations = tokens.flatMap((token, at) =>
    saysIt(tongue.negation.says, token) ? [readNegation(tokens, at, tongue)] : [],
  );
  read.set(tokens, negations);
  return negations;
}

function readNegation(tokens: Token[], at: number, tongue: Tongue): Negation {
  let from = at;
  while (tokens[from - 1]?.clause === tokens[at]?.clause) from--;
  let to = at;
  while (tokens[to + 1]?.sentence === tokens[at]?.sentence && goesOn(tokens, to + 1, tongue)) to++;
  const telling = (place: number) => tokens[place]?.light === false && !tongue.fillers.has(tokens[place]?.lower ?? "");
  const behind = range(at + 1, to).filter(telling);
  const before = range(from, at - 1)
    .filter(telling)
    .toReversed();
  const governed = behind.length > 0 ? behind.slice(0, GOVERNED) : before.slice(0, tongue.turnsBack);
  const isListed = (place: number) =>
    range(at + 1, place).some((each) => tongue.alternatives.has(tokens[each]?.lower ?? ""));
  const listed = governed.filter((place, nth) => nth === 0 || place < at || isListed(place));
  const isOfAll = behind.length === 0 || tongue.determiners.has(tokens[at]?.lower ?? "");
  return { at, from, to, governed, listed, isOfAll };
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);

/** The clause goes on, or a list does that ends with "or". */
function goesOn(tokens: Token[], at: number, { alternatives, conjunctions }: Tongue): boolean {
  if (tokens[at]?.clause === tokens[at - 1]?.clause) return true;
  for (let next = at; next < at + LIST && tokens[next]?.sentence === tokens[at]?.sentence; next++) {
    const lower = tokens[next]?.lower ?? "";
    if (alternatives.has(lower)) return true;
    if (conjunctions.has(lower)) return false;
  }
  return false;
}

/** A negation speaks of what stands there. */
export const isTurned = (tokens: Token[], place: number, tongue: Tongue): boolean =>
  negationsOf(tokens, tongue).some(({ from, to }) => from <= place && place <= to);

/** A negation turns the very word that stands there. */
export const isGoverned = (tokens: Token[], place: number, tongue: Tongue): boolean =>
  countGoverning(tokens, place, tongue) > 0;

/** Two of them say the contrary of one: "nobody could not enter". */
export const countGoverning = (tokens: Token[], place: number, tongue: Tongue): number =>
  negationsOf(tokens, tongue).filter(
    ({ at, from, to, governed, isOfAll }) =>
      !((governed[0] ?? at) < at && tongue.withouts.has(tokens[at]?.lower ?? "")) &&
      (governed.includes(place) || (isOfAll && from <= place && place <= to)),
  ).length;
