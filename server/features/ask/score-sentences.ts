import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { coverTerms, covers, type Term } from "#server/knowledge/parse-query.ts";
import { splitStems } from "#server/knowledge/words.ts";
import { fitsKind, kindOfQuestion } from "./question-kind.ts";
import { quotableSentences, type Quotable } from "./quotable-sentences.ts";
import { SENTENCE_WEIGHTS, type SentenceFeatures } from "./sentence-weights.ts";

export type Question = { question: string; terms: Term[] };
export type ScoredSentence = Quotable & { score: number };

/** How likely each sentence of the passages answers, 0 to 1. Passages are best first. */
export function scoreSentences(question: Question, passages: RankedPassage[]): ScoredSentence[] {
  return readFeatures(question, passages).map(({ sentence, features }) => ({ ...sentence, score: weigh(features) }));
}

function weigh(features: SentenceFeatures): number {
  const { bias, ...weights } = SENTENCE_WEIGHTS;
  const names = Object.keys(weights) as (keyof SentenceFeatures)[]; // the weights' keys are the features'
  const sum = names.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

export function readFeatures(
  { question, terms }: Question,
  passages: RankedPassage[],
): { sentence: Quotable; features: SentenceFeatures }[] {
  const kind = kindOfQuestion(question);
  const asked = new Set(splitStems(question));
  const pairs = pairStems(question);
  const all = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const [best] = passages;
  const within = weighWithin(
    terms,
    passages.flatMap(({ passage }) => quotableSentences(passage)),
  );
  return passages.flatMap(({ passage, score }, rank) => {
    const sentences = quotableSentences(passage);
    const covered = sentences.map(({ stems }) => coverTerms(terms, stems));
    return sentences.map((sentence, at) => {
      const written = terms.filter(({ word }) => sentence.words.has(word));
      const together = pairs.filter((pair) => sentence.line.includes(` ${pair} `));
      const features: SentenceFeatures = {
        covered: covered[at] ?? 0,
        asWritten: written.reduce((sum, { weight }) => sum + weight, 0) / all,
        together: Math.min(1, together.length / Math.max(1, Math.min(5, pairs.length))),
        distinct: coverTerms(within, sentence.stems),
        before: covered[at - 1] ?? 0,
        after: covered[at + 1] ?? 0,
        passage: best && best.score > 0 ? score / best.score : 0,
        bestPassage: rank === 0 ? 1 : 0,
        otherArticle: passage.article === best?.passage.article ? 0 : 1,
        kind: fitsKind(kind, sentence.text),
        opensSection: sentence.place.from === 0 ? 1 : 0,
        echo: [...sentence.stems].filter((each) => asked.has(each)).length / Math.max(1, sentence.stems.size),
        short: sentence.text.length < 40 ? 1 : 0,
        open: /[.!?…:][”"’)\]]*$/.test(sentence.text) ? 0 : 1,
      };
      return { sentence, features };
    });
  });
}

/** Words that all the sentences have do not tell them apart: the terms, weighted by how few have them. */
function weighWithin(terms: Term[], sentences: Quotable[]): Term[] {
  return terms.map((term) => {
    const having = sentences.filter(({ stems }) => covers(term, stems)).length;
    return { ...term, weight: having === 0 ? 0 : term.weight * Math.log(1 + sentences.length / (1 + having)) };
  });
}

/** The question's neighbouring words: where they stand together, they mean it. */
function pairStems(question: string): string[] {
  const stems = splitStems(question);
  return [...new Set(stems.slice(1).map((each, at) => `${stems[at]} ${each}`))];
}
