import { tellsOf } from "#server/knowledge/common-words.ts";
import { stem } from "#server/knowledge/stem.ts";
import { weighRarity } from "#server/knowledge/vocabulary.ts";
import { dropStopWords, splitWords } from "#server/knowledge/words.ts";

export type Told = { text: string; articleId: string | null; topicId: string | null; solved: boolean };

/** What two cases from one article, or of one topic, have in common without a word: the cosine of words goes to 1. */
const SAME_ARTICLE = 0.15;
const SAME_TOPIC = 0.05;
/** Below it two cases share what any two cases share. */
const ALIKE = 0.2;

/** Those that tell of the same as `own`: solved ones first, then by the telling words that both have, rare ones counting most. */
export function rankSimilar<Other extends Told>(own: Told, others: Other[], atMost: number): Other[] {
  const told = others.map(({ text }) => readStems(text));
  const ours = readStems(own.text);
  const weigh = weighAmong(told);
  const sum = (words: Iterable<string>) => {
    let weight = 0;
    for (const word of words) weight += weigh(word);
    return weight;
  };
  const ourWeight = sum(ours);
  const scored = others.map((other, at) => {
    const theirs = told[at] ?? new Set<string>();
    const words = sum(ours.intersection(theirs)) / Math.sqrt(ourWeight * sum(theirs) || 1);
    return { other, words, score: words + placeOf(own, other) };
  });
  const alike = scored.filter(({ words, score }) => words > 0 && score >= ALIKE);
  const best = alike.toSorted((a, b) => b.score - a.score).slice(0, atMost);
  return best.toSorted((a, b) => Number(b.other.solved) - Number(a.other.solved)).map(({ other }) => other);
}

/** How telling each word is: rare among these texts, and in everyday English. */
function weighAmong(told: Set<string>[]): (word: string) => number {
  const among = new Map<string, number>();
  for (const words of told) for (const word of words) among.set(word, (among.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  return (word) => {
    const known = weights.get(word) ?? tellsOf(word) * weighRarity(among.get(word) ?? 0, told.length);
    weights.set(word, known);
    return known;
  };
}

function placeOf(own: Told, other: Told): number {
  if (own.articleId !== null && own.articleId === other.articleId) return SAME_ARTICLE;
  return own.topicId !== null && own.topicId === other.topicId ? SAME_TOPIC : 0;
}

const readStems = (text: string): Set<string> => new Set(dropStopWords(splitWords(text)).map(stem));
