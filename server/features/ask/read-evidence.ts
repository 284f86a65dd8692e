import type { Found } from "#server/knowledge/knowledge-index.ts";
import { coverTerms, covers, type Term } from "#server/knowledge/parse-query.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { weighRarity } from "#server/knowledge/vocabulary.ts";
import { splitStems } from "#server/knowledge/words.ts";
import { actsOf } from "./asking/asking.ts";
import { kindOfQuestion } from "./question-kind.ts";

/** What speaks for and against the best passage answering a question. */
export type Evidence = {
  /** Its score in retrieval. */
  score: number;
  /** The share of the question's telling words that its headings have. */
  heading: number;
  /** By what share of its score it is ahead of the best passage of another article, 0 to 1. */
  margin: number;
  /** The weight of the most telling word that it lacks, as a share of the weight of a word that no passage has: 0 to 1. */
  missing: number;
  /** How many of the question's words it has, as a logarithm. */
  matched: number;
  /** How scattered the question's words are in it: the share of those it has that its best single sentence, with the headings, has not. */
  scattered: number;
  /** 1 where it is asked whether or how something is done: that a passage names the thing is not enough then. */
  act: number;
  /** 1 where a number is asked for: how many, how old, what price. */
  number: number;
};

/** Null when nothing was found. `all` counts the passages that there are. */
export function readEvidence(question: string, { terms, passages }: Found, all: number): Evidence | null {
  const [best] = passages;
  if (!best) return null;
  const stems = stemsOfPassage(best.passage);
  const lacks = terms.filter((term) => !covers(term, stems));
  const other = passages.find(({ passage }) => passage.article !== best.passage.article);
  return {
    score: best.score,
    heading: best.features.heading,
    margin: 1 - (other?.score ?? 0) / best.score,
    missing: Math.max(0, ...lacks.map(({ weight }) => weight)) / weighRarity(0, all),
    matched: Math.log(1 + terms.length - lacks.length),
    scattered: 1 - coverBySentence(terms, best.passage) / coverTerms(terms, stems),
    act: Number(asksForAct(question, terms)),
    number: Number(kindOfQuestion(question) === "number"),
  };
}

/** The largest share of the question's telling words that one sentence has, together with the headings above it. */
function coverBySentence(terms: Term[], { section, heading, text }: Passage): number {
  const above = [...section.path, heading].flatMap(splitStems);
  const shares = splitSentences(text).map((sentence) =>
    coverTerms(terms, new Set([...above, ...splitStems(sentence)])),
  );
  return Math.max(0, ...shares);
}

/** Words that say little, such as "have" and "use", are no acts. */
const asksForAct = (question: string, terms: Term[]): boolean => {
  const acts = actsOf(question).flatMap(splitStems);
  return terms.some(({ stem }) => acts.includes(stem));
};
