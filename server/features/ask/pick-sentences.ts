import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { coverTerms } from "#server/knowledge/parse-query.ts";
import { fitSentences } from "./fit-sentences.ts";
import { saysLittle } from "./says-little.ts";
import { scoreSentences, type Question, type ScoredSentence } from "./score-sentences.ts";

/** A sentence below this is added only while the answer is short (characters). */
const LIKELY = 0.19;
const SHORT = 200;
/** A sentence with less than this share of the score of the first one picked is not added. */
const CLOSE = 0.36;
/** A question with more telling words than this is a whole story: a sentence must be likelier then to be added. */
const STORY = 12;
const LIKELY_IN_STORY = 0.24;

/**
 * The sentences of the passages' prose that answer best, within `room` characters: the section that answers first, and
 * what is of one section in its order.
 */
export function pickSentences(question: Question, passages: RankedPassage[], room: number): ScoredSentence[] {
  const isStory = question.terms.length > STORY;
  const likely = isStory ? LIKELY_IN_STORY : LIKELY;
  const sentences = fitSentences(question.question, dropRepeated(scoreSentences(question, passages)));
  const isOther = ({ passage }: ScoredSentence) => passage.article !== passages[0]?.passage.article;
  const picked: ScoredSentence[] = [];
  const pickBest = (wanted: (rated: Rated, length: number) => boolean): boolean => {
    const length = picked.reduce((sum, { text }) => sum + text.length + 1, 0);
    const fitting = sentences.filter((each) => !picked.includes(each) && length + each.text.length <= room);
    const rated = fitting.map((sentence) => ({ sentence, rate: rate(sentence, picked) }));
    const best = findBest(rated.filter((each) => wanted(each, length)));
    if (best) picked.push(best);
    return best !== undefined;
  };
  pickBest(({ sentence }) => !isOther(sentence));
  const floor = CLOSE * (picked[0]?.score ?? 0);
  while (pickBest(({ rate: score }, length) => score >= floor && (length < SHORT || score >= likely)));
  if (!isStory && !picked.some(isOther) && leavesOpen(question, passages, picked))
    pickBest(({ sentence }) => isOther(sentence));
  return orderSections(picked, passages);
}

/** What a sentence is worth beside those that are picked already. */
type Rated = { sentence: ScoredSentence; rate: number };

/** A sentence counts for less the more room it takes: by this power of its length. */
const LENGTH_COUNTS = 0.3;
const SHORTEST = 40;

function findBest(rated: Rated[]): ScoredSentence | undefined {
  let best: { sentence: ScoredSentence; worth: number } | undefined;
  for (const { sentence, rate: score } of rated) {
    const worth = score / Math.max(SHORTEST, sentence.text.length) ** LENGTH_COUNTS;
    if (!best || worth > best.worth) best = { sentence, worth };
  }
  return best?.sentence;
}

/** An answer that stays in one section reads better than one that jumps. */
const ELSEWHERE = 0.8;
/** Counts for less: what says little. */
const SAYS_LITTLE = 0.6;
/** Counts for less: a sentence of whose telling words this share stands in those picked before. */
const SAID_BEFORE = 0.6;
const REPEATS = 0.5;

function rate(sentence: ScoredSentence, picked: ScoredSentence[]): number {
  const { passage, score, telling } = sentence;
  const jumps = picked.length > 0 && !picked.some((each) => each.passage.section === passage.section);
  const said = [...telling].filter((each) => picked.some((other) => other.telling.has(each))).length;
  const repeats = said >= SAID_BEFORE * telling.size;
  return score * (jumps ? ELSEWHERE : 1) * (saysLittle(sentence) ? SAYS_LITTLE : 1) * (repeats ? REPEATS : 1);
}

/** Share of the question that one sentence says when nothing is left open. */
const SAID = 0.7;
/** From this share of the best score on, a passage of another article may well be the one that was meant. */
const RIVAL = 0.7;

function leavesOpen({ terms }: Question, passages: RankedPassage[], picked: ScoredSentence[]): boolean {
  const [best] = passages;
  const isRival = ({ passage, score }: RankedPassage) =>
    best !== undefined && passage.article !== best.passage.article && score >= best.score * RIVAL;
  return passages.some(isRival) && !picked.some(({ stems }) => coverTerms(terms, stems) >= SAID);
}

/** Passages may overlap: what stands in two of them is said once. */
function dropRepeated(sentences: ScoredSentence[]): ScoredSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** `picked` is best first. */
function orderSections(picked: ScoredSentence[], passages: RankedPassage[]): ScoredSentence[] {
  const articles = [...new Set(passages.map(({ passage }) => passage.article))];
  const sections = [...new Set(picked.map(({ passage }) => passage.section))];
  return picked.toSorted(
    (a, b) =>
      articles.indexOf(a.passage.article) - articles.indexOf(b.passage.article) ||
      sections.indexOf(a.passage.section) - sections.indexOf(b.passage.section) ||
      a.place.from - b.place.from,
  );
}
