import type { RankedPassage } from "#server/knowledge/weigh-passages.ts";
import { scoreSentences, type Question, type ScoredSentence } from "./score-sentences.ts";

/** A sentence below this is added only while the answer is short. */
const LIKELY = 0.2;
const SHORT = 200;
/** A sentence counts for less the more room it takes: by this power of its length. */
const LENGTH_COUNTS = 0.3;

/** The sentences of the passages' prose that answer best, in the order of their article, within `room` characters. */
export function pickSentences(question: Question, passages: RankedPassage[], room: number): ScoredSentence[] {
  const sentences = dropRepeated(scoreSentences(question, passages));
  const worth = ({ score, text }: ScoredSentence) => score / Math.max(SHORTEST, text.length) ** LENGTH_COUNTS;
  const picked: ScoredSentence[] = [];
  let length = 0;
  for (const sentence of sentences.toSorted((a, b) => worth(b) - worth(a))) {
    if (length >= SHORT && sentence.score < LIKELY) continue;
    if (length + sentence.text.length > room) continue;
    picked.push(sentence);
    length += sentence.text.length + 1;
  }
  return orderAsWritten(picked, passages);
}

const SHORTEST = 40;

/** Passages may overlap: what stands in two of them is said once. */
function dropRepeated(sentences: ScoredSentence[]): ScoredSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function orderAsWritten(sentences: ScoredSentence[], passages: RankedPassage[]): ScoredSentence[] {
  const articles = [...new Set(passages.map(({ passage }) => passage.article))];
  const place = ({ passage, place: { section, from } }: ScoredSentence) =>
    [articles.indexOf(passage.article), section, from] as const;
  return sentences.toSorted((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
  });
}
