import type { Alignment } from "./align.ts";
import { isNegated } from "./check-opposites.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import type { Change } from "./find-changes.ts";
import { isTelling, type Token } from "./read-tokens.ts";

/** Tokens that a swap may be longer or shorter; else it is another way to say something. */
const LONGER = 1;
/** Everyday words that name something when they have a capital: "Call of Duty". */
const NAMING = new Set("call use make take give put go come part type way kind need say want".split(" "));

/** A name for a name, a figure for a figure, a word for its opposite. */
export function findSwap(
  { here, there }: Change,
  { tokens, tongue }: Claim,
  { of, sentence }: Alignment,
  { names }: Evidence,
): ReturnType<Rule> {
  const [one, other] = [joinWords(here), joinWords(there)];
  const isOtherwiseSaid = Math.abs(here.length - there.length) > LONGER && ![...here, ...there].every(isNameOrLight);
  if (one === other || isOtherwiseSaid) return null;
  const isPart = one.includes(other) || other.includes(one);
  const elsewhere = new Set(tokens.filter((_, at) => (of[at] ?? -1) < 0).map(({ key }) => key));
  const gone = there.filter(({ key }) => !elsewhere.has(key));
  const isNameGone = gone.some((token) => isName(token) || namesAtAll(token, names));
  for (const token of here) {
    if (token.kind === "number" && gone.some(({ kind }) => kind === "number") && !isMovedDate(token, here, sentence))
      return { reason: "number", what: token.raw };
    if (
      (token.capital || namesAtAll(token, names)) &&
      isNameGone &&
      !isPart &&
      !gone.some((each) => beginsAlike(each, token))
    )
      return { reason: "name", what: token.raw };
    const opposites = tongue.opposites.get(token.key);
    const turns = (each: Token) =>
      opposites?.has(each.key) && isNot === isNegated(sentence, sentence.indexOf(each), tongue);
    const isNot = isNegated(tokens, tokens.indexOf(token), tongue);
    if (gone.some(turns)) return { reason: "polarity", what: token.raw };
  }
  return null;
}

/** "Referrers" where the source's sentence has "Referrals": forms of one word, and other names. A plural is the same name. */
export function findOtherForm({ tokens, telling }: Claim, { sentence, of, same }: Alignment): ReturnType<Rule> {
  if (same * 2 <= telling) return null;
  const inSentence = new Set(sentence.map(({ lower }) => lower));
  const other = tokens.find((token, at) => {
    const there = sentence[of[at] ?? -1];
    const isPlural = there && withoutPlural(there.lower) === withoutPlural(token.lower);
    return token.capital && there?.capital && !isPlural && !inSentence.has(token.lower);
  });
  return other ? { reason: "name", what: other.raw } : null;
}
const withoutPlural = (lower: string) => lower.replace(/s$/, "");

/** "26 January" stands at another place of the same sentence. */
function isMovedDate(figure: Token, here: Token[], sentence: Token[]): boolean {
  const beside = here[here.indexOf(figure) + 1];
  if (!beside || !isTelling(beside)) return false;
  return sentence.some(({ key }, at) => key === figure.key && sentence[at + 1]?.key === beside.key);
}

/** "Southeast" is "South East". */
const joinWords = (tokens: Token[]) => tokens.map(({ lower }) => lower).join("");
const isName = ({ capital, light, raw }: Token) => capital && !light && raw.length > 1;
const isNameOrLight = (token: Token) => token.light || isName(token);

/** It begins a sentence and is a name elsewhere, or names with an everyday word. */
const namesAtAll = ({ raw, lower, light, capital }: Token, names: ReadonlySet<string>) =>
  light ? capital && NAMING.has(lower) : /^\p{Lu}/u.test(raw) && names.has(lower);

/** "Dada" and "Dadaists" begin alike. */
const beginsAlike = ({ lower: one }: Token, { lower: other }: Token) =>
  (one.length > 3 && other.startsWith(one)) || (other.length > 3 && one.startsWith(other));
