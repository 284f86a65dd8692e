import { splitWords } from "#server/knowledge/words.ts";

/** Share of a written answer's words that must stand in ours. */
const CONTAINED = 0.65;

/**
 * How an answer compares with the accepted ones, the best of them.
 * contained: 65 % of its words at least stand in the answer. People write answers in their own words (clapnq) or point
 * at several places (doc2dial), so few stand there letter by letter; counted like this, the plain baseline reaches what
 * it is known to reach on all sets. For the short answers of squad2 it is the same as
 * verbatim: the accepted answer stands in the answer as it is.
 * f1: of words, with how often each stands there.
 * Words are without letter case, punctuation and articles (a, an, the).
 */
export type AnswerScores = { contained: number; verbatim: number; f1: number };

export function scoreAnswer(answer: string, accepted: string[]): AnswerScores {
  const words = wordsOf(answer);
  const line = ` ${words.join(" ")} `;
  const each = accepted.map(wordsOf).filter((gold) => gold.length > 0);
  const shared = each.map((gold) => ({ gold, common: countCommon(words, gold) }));
  const best = (figures: number[]) => Math.max(0, ...figures);
  return {
    contained: best(shared.map(({ gold, common }) => (common / gold.length >= CONTAINED ? 1 : 0))),
    verbatim: best(each.map((gold) => (line.includes(` ${gold.join(" ")} `) ? 1 : 0))),
    f1: best(shared.map(({ gold, common }) => (2 * common) / (words.length + gold.length))),
  };
}

const ARTICLES = new Set(["a", "an", "the"]);
const wordsOf = (text: string) => splitWords(text).filter((word) => !ARTICLES.has(word));

function countCommon(words: string[], gold: string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  return gold.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

/** The share of an accepted answer's words (the best of them) that stand in a text. */
export function shareOf(text: string, accepted: string[]): number {
  const words = wordsOf(text);
  return Math.max(
    0,
    ...accepted.map(wordsOf).map((gold) => (gold.length > 0 ? countCommon(words, gold) / gold.length : 0)),
  );
}
