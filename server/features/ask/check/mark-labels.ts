import type { Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** Words that a quoted label has at most; more is what somebody says. */
const WORDS = 4;

/**
 * "Do nothing" is a choice, and "Not known" a status: in quotation marks, behind "Do", or with a capital inside a clause
 * such a word names something; "No. 5" does not.
 */
export function markLabels(tokens: Token[], { negation }: Tongue): void {
  const quotes = new Map<number, number>();
  for (const { quote } of tokens) if (quote > 0) quotes.set(quote, (quotes.get(quote) ?? 0) + 1);
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const isCapital = /^\p{Lu}\p{Ll}/u.test(token.raw) && before?.clause === token.clause && token.capital;
    token.inert =
      (token.quote > 0 && (quotes.get(token.quote) ?? 0) <= WORDS) ||
      (negation.says.has(token.lower) &&
        ((isCapital && token.lower !== "no") || (token.lower === "nothing" && before?.raw === "Do")));
  }
}
