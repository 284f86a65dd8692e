import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Token } from "./read-tokens.ts";

/** A claim laid beside a sentence of a source: `of[i]` is where the claim's token i stands in it, or -1. */
export type Alignment = {
  sentence: Token[];
  of: number[];
  /** Telling words that both have in this order. */ same: number;
};

/** Sentences of a source that are looked at, those first that have most of the claim's words. */
const SENTENCES = 3;
/** Telling words that a sentence must share to be looked at. */
const SHARED = 2;

/** The claim beside the sentences that it is nearest to. */
export function alignClaim({ tokens, keys }: Claim, { bySentence }: Evidence): Alignment[] {
  const near = bySentence
    .map((sentence) => ({ sentence, shared: countShared(sentence, keys) }))
    .filter(({ shared }) => shared >= SHARED)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, SENTENCES);
  return near.map(({ sentence }) => {
    const of = alignTokens(tokens, sentence);
    return { sentence, of, same: tokens.filter(({ light }, at) => !light && (of[at] ?? -1) >= 0).length };
  });
}

export const countShared = (sentence: Token[], keys: ReadonlySet<string>) =>
  new Set(sentence.filter(({ key, light }) => !light && keys.has(key)).map(({ key }) => key)).size;

/** Of two ways that are as good, the one that goes on near by: "per episode" at once, not the next one. */
function isSoon(one: Token[], i: number, other: Token[], j: number): boolean {
  const [key, next] = [one[i]?.key, one[i + 1]?.key];
  return [1, 2, 3].some((step) => other[j + step]?.key === key && other[j + step + 1]?.key === next);
}

/** The longest common run of tokens, gaps allowed; telling words count double. */
function alignTokens(one: Token[], other: Token[]): number[] {
  const width = other.length + 1;
  const best = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  const gain = (i: number, j: number) => (one[i]?.key === other[j]?.key ? (one[i]?.light ? 1 : 2) : 0);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const both = gain(i, j) > 0 ? at(i + 1, j + 1) + gain(i, j) : 0;
      best[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }
  const of = one.map(() => -1);
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (gain(i, j) > 0 && at(i, j) === at(i + 1, j + 1) + gain(i, j)) of[i++] = j++;
    else if (at(i + 1, j) > at(i, j + 1) || (at(i + 1, j) === at(i, j + 1) && !isSoon(one, i, other, j))) i++;
    else j++;
  }
  return of;
}
