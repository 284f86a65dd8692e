import type { Claim } from "./claim.ts";
import { type Evidence, sentenceOf } from "./evidence.ts";
import type { Fault, Rule } from "./fault.ts";
import { placesOfFigure } from "./figures.ts";
import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** Tokens between a figure and what it is a rate of: "60 calls a second", "$20 for each user a month". */
const WITHIN = 5;

/** "60 calls a second" is not "60 calls a minute", "every week" not "every 2 weeks", and "one day" not "14 days". */
export const checkRates: Rule = (claim, evidence) => {
  for (const [here, { kind }] of claim.tokens.entries()) {
    const fault =
      kind === "number"
        ? checkRateOf(claim, here, evidence)
        : (checkEvery(claim, here, evidence) ?? checkOne(claim, here, evidence));
    if (fault) return fault;
  }
  return null;
};

/** What a figure is counted in has its place beside it. */
function checkRateOf(claim: Claim, here: number, evidence: Evidence): Fault | null {
  const own = ratesOf(claim.tokens, here, claim.tongue);
  if (own.length === 0) return null;
  const places = placesOfFigure(claim, here, evidence);
  const isSaid = (rate: string) =>
    places.some((place) => {
      const rates = ratesOf(evidence.tokens, place, claim.tongue);
      return rates.includes(rate) || (rates.length === 0 && isInSentence(evidence, place, rate, claim.tongue));
    });
  const other = own.find((rate) => !isSaid(rate) && places.length > 0);
  return other === undefined ? null : { reason: "number", what: `${claim.tokens[here]?.raw} / ${other}` };
}

const isInSentence = (evidence: Evidence, place: number, rate: string, { units }: Tongue): boolean =>
  sentenceOf(evidence, evidence.tokens[place]?.sentence).some(
    ({ key, lower }) => key === rate || units.get(lower) === rate,
  );

/** The units, or things behind "per", that a figure comes round in. */
function ratesOf(tokens: Token[], figure: number, tongue: Tongue): string[] {
  const { rates, units } = tongue;
  const found: string[] = [];
  for (let at = figure + 1; at <= figure + WITHIN; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || token.sentence !== tokens[figure]?.sentence || token.kind === "number") break;
    const adverb = rates.adverbs.get(token.lower);
    if (adverb) found.push(adverb);
    else if (next && rates.one.has(token.lower) && isTime(tokens, at + 1, tongue))
      found.push(units.get(next.lower) ?? "");
    else if (next && rates.per.has(token.lower) && next.kind === "word") found.push(next.key);
  }
  return found;
}

/** "Every week", "daily": the source says the same of that unit, or counts one of it. */
function checkEvery({ tokens, tongue }: Claim, here: number, evidence: Evidence): Fault | null {
  const { rates, units, ones } = tongue;
  const [token, next] = [tokens[here], tokens[here + 1]];
  const isEvery = token && next && rates.every.has(token.lower) && isTime(tokens, here + 1, tongue);
  const unit = isEvery ? units.get(next.lower) : rates.adverbs.get(token?.lower ?? "");
  if (!token || !unit) return null;
  const isSaid = evidence.tokens.some((other, at) => {
    if (rates.adverbs.get(other.lower) === unit) return true;
    const before = evidence.tokens[at - 1];
    return (
      units.get(other.lower) === unit &&
      before !== undefined &&
      (rates.one.has(before.lower) || ones.has(before.lower) || before.key === "1")
    );
  });
  return isSaid ? null : { reason: "number", what: token.raw };
}

/** "One day" where the source counts days and never one: also "one member" of what it counts. */
function checkOne({ tokens, tongue }: Claim, here: number, evidence: Evidence): Fault | null {
  const { ones, units } = tongue;
  const token = tokens[here];
  if (!token || !ones.has(token.lower)) return null;
  const at = [here + 1, here + 2].find(
    (each) => isTime(tokens, each, tongue) || (isOne(token) && isLastOfName(tokens, each)),
  );
  const counted = tokens[at ?? -1];
  if (!counted || (at === here + 2 && !isTellingWord(tokens[here + 1]))) return null;
  const unit = units.get(counted.lower);
  const places = evidence.tokens.flatMap((other, place) =>
    (unit ? units.get(other.lower) === unit : other.key === counted.key) ? [place] : [],
  );
  const isOther = (place: number) => figureBefore(evidence.tokens, place, tongue);
  return places.length > 0 && places.every(isOther) ? { reason: "number", what: `${token.raw} ${counted.raw}` } : null;
}

/** The last of the words that name what is counted: "team member". */
const isLastOfName = (tokens: Token[], at: number) => isTellingWord(tokens[at]) && tokens[at + 1]?.light !== false;
const isTellingWord = (token: Token | undefined) => token?.light === false && token.kind === "word";
const isOne = ({ also }: Token) => also === "1";

/** A figure other than one counts what stands at a place. */
function figureBefore(tokens: Token[], place: number, { ones }: Tongue): boolean {
  for (let at = place - 1; at >= place - 2; at--) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[place]?.sentence || ones.has(token.lower)) return false;
    if (token.kind === "number") return token.key !== "1";
    if (token.light) return false;
  }
  return false;
}

/** "Second" is a unit where nothing follows that it would count: "a second contact" has none. */
const TIMES = new Set("second minute hour day week month year decade century".split(" "));
const isTime = (tokens: Token[], at: number, { units }: Tongue): boolean => {
  const token = tokens[at];
  if (!token || !TIMES.has(units.get(token.lower) ?? "")) return false;
  return token.lower !== "second" || tokens[at + 1]?.light !== false || tokens[at + 1]?.sentence !== token.sentence;
};
