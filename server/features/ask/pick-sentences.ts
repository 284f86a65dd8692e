import type { RankedPassage } from "#server/knowledge/weigh-passages.ts";
import { coverTerms } from "#server/knowledge/parse-query.ts";
import { scoreSentences, type Question, type ScoredSentence } from "./score-sentences.ts";

/** A sentence below this is added only while the answer is short (characters). */
const LIKELY = 0.2;
const SHORT = 200;
/** Who tells a whole story (telling words) has told what matters: less is guessed at. */
const STORY = 12;
const LIKELY_IN_STORY = 0.24;

/** The sentences of the passages' prose that answer best, in the order of their articles, within `room` characters. */
export function pickSentences(question: Question, passages: RankedPassage[], room: number): ScoredSentence[] {
  const isStory = question.terms.length > STORY;
  const sentences = rankSentences(question, passages);
  const picked: ScoredSentence[] = [];
  let length = 0;
  const pick = (sentence: ScoredSentence | undefined) => {
    if (!sentence || length + sentence.text.length > room) return;
    picked.push(sentence);
    length += sentence.text.length + 1;
  };
  pick(sentences.find(({ passage, text }) => passage.article === passages[0]?.passage.article && text.length <= room));
  for (const sentence of sentences) {
    const wanted = length < SHORT || sentence.score >= (isStory ? LIKELY_IN_STORY : LIKELY);
    if (wanted && !picked.includes(sentence)) pick(sentence);
  }
  if (!isStory) pick(findOtherView(question, passages, sentences, picked));
  return orderAsWritten(picked, passages);
}

/** A sentence counts for less the more room it takes: by this power of its length. */
const LENGTH_COUNTS = 0.3;
const SHORTEST = 40;

/** Best first. Passages may overlap: what stands in two of them is said once. */
function rankSentences(question: Question, passages: RankedPassage[]): ScoredSentence[] {
  const worth = ({ score, text }: ScoredSentence) => score / Math.max(SHORTEST, text.length) ** LENGTH_COUNTS;
  const ranked = scoreSentences(question, passages).toSorted((a, b) => worth(b) - worth(a));
  const seen = new Set<string>();
  return ranked.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Share of the question that one sentence says when nothing is left open. */
const SAID = 0.7;
/** How close a passage of another article comes (share of the best score) when it may well be the one that was meant. */
const RIVAL = 0.7;

function findOtherView(
  { terms }: Question,
  passages: RankedPassage[],
  sentences: ScoredSentence[],
  picked: ScoredSentence[],
): ScoredSentence | undefined {
  const [best] = passages;
  const isOther = ({ passage }: { passage: RankedPassage["passage"] }) => passage.article !== best?.passage.article;
  const isClose = passages.some((each) => isOther(each) && best && each.score >= best.score * RIVAL);
  const isSaid = picked.some(({ stems }) => coverTerms(terms, stems) >= SAID);
  return isClose && !isSaid && !picked.some(isOther) ? sentences.find(isOther) : undefined;
}

function orderAsWritten(sentences: ScoredSentence[], passages: RankedPassage[]): ScoredSentence[] {
  const articles = [...new Set(passages.map(({ passage }) => passage.article))];
  return sentences.toSorted(
    (a, b) =>
      articles.indexOf(a.passage.article) - articles.indexOf(b.passage.article) ||
      a.place.section - b.place.section ||
      a.place.from - b.place.from,
  );
}
