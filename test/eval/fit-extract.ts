/**
 * Fits the weights of server/features/ask/sentence-weights.ts: `npm run eval:fit-extract -- DIR…` prints them. They
 * learn from the tuning halves, where every set counts the same. Beside them stand those fitted without each set: where
 * they look alike, sets that nobody has seen may expect the same.
 */
import { choosePassages } from "#server/features/ask/choose-passages.ts";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { readFeatures } from "#server/features/ask/score-sentences.ts";
import { SENTENCE_WEIGHTS, type SentenceFeatures } from "#server/features/ask/sentence-weights.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { shareOf } from "./extract-scores.ts";
import { fitLogistic, type Example } from "./support/fit-logistic.ts";
import { halfOf } from "./support/halves.ts";
import { beginEval } from "./support/report.ts";
import { toKnowledge } from "./support/set-knowledge.ts";
import type { EvalSet } from "./support/sets.ts";

const { bias: _, ...known } = SENTENCE_WEIGHTS;
const NAMES = Object.keys(known) as (keyof SentenceFeatures)[]; // as the type says

/** A sentence of an article that is not the right one is worth less, whatever words it shares. */
const WRONG_ARTICLE = 0.5;

function examplesOf({ docs, queries }: EvalSet): Example[] {
  const knowledge = createKnowledge(toKnowledge(docs));
  const tuning = queries.filter(
    ({ id, answerable, answers }) => answerable && answers.length > 0 && halfOf(id) === "tuning",
  );
  return tuning.flatMap(({ query, relevant, answers }) => {
    const { found } = retrieve(knowledge, { question: query, turns: [], integrationNames: [] });
    const read = readFeatures({ question: query, terms: found.terms }, choosePassages(query, found.passages));
    return read.map(({ sentence, features }) => {
      const right = relevant.includes(sentence.passage.article.id) ? 1 : WRONG_ARTICLE;
      return {
        values: NAMES.map((name) => features[name]),
        wanted: right * shareOf(sentence.text, answers),
        weight: 1 / (tuning.length * read.length),
      };
    });
  });
}

const run = beginEval();
const sets = run.sets
  .map((set) => ({ name: set.name, examples: examplesOf(set) }))
  .filter(({ examples }) => examples.length > 0);
const named = ({ bias, weights }: ReturnType<typeof fitLogistic>) =>
  Object.fromEntries([["bias", bias] as const, ...NAMES.map((name, at) => [name, weights[at] ?? 0] as const)]);
run.report("Fitted on all sets, and without each", [
  { without: "none", ...named(fitLogistic(sets.flatMap(({ examples }) => examples))) },
  ...sets.map(({ name }) => ({
    without: name,
    ...named(fitLogistic(sets.filter((set) => set.name !== name).flatMap(({ examples }) => examples))),
  })),
]);
run.finish();
