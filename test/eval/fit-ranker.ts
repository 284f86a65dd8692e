/**
 * npm run eval:fit-ranker -- DIR…: fits server/knowledge/ranker-weights.ts on the tuning halves of the sets, each set
 * counting the same, and shows how weights fitted without a set do on it. Prints the weights; a person puts them in.
 */
/* oxlint-disable no-console -- a command that prints its findings */
import type { ArticleFeatures, MeasuredArticle, PassageFeatures } from "#server/knowledge/measure-passages.ts";
import { RANKER_WEIGHTS } from "#server/knowledge/ranker-weights.ts";
import { openHandrail } from "./engines/handrail.ts";
import { mean } from "./support/bootstrap.ts";
import { halfOf } from "./support/halves.ts";
import { beginEval, formatTable } from "./support/report.ts";
import type { EvalSet } from "./support/sets.ts";

/** An article as numbers: its own features, and those of each of its passages. */
type Candidate = { own: number[]; passages: number[][]; relevant: boolean };
type Question = { set: string; tuning: boolean; wanted: number; candidates: Candidate[] };

const ARTICLE = Object.keys(RANKER_WEIGHTS.article);
const PASSAGE = Object.keys(RANKER_WEIGHTS.passage);
const ROUNDS = 200;
const STEP = 0.02;
/** Pulls weights towards those that are shipped, as far as the questions do not say otherwise. */
const PULL = 1e-3;
/** How much more the best is than the rest: turns scores into shares. */
const SHARPNESS = 8;

const questions = beginEval()
  .sets.filter(({ docs }) => docs.length > 0)
  .flatMap(readQuestions);
const names = [...new Set(questions.map(({ set }) => set))];
const shipped = [...Object.values(RANKER_WEIGHTS.article), ...Object.values(RANKER_WEIGHTS.passage)];
const tuning = questions.filter((question) => question.tuning);
const fitted = fit(tuning);
const without = new Map(names.map((name) => [name, fit(tuning.filter(({ set }) => set !== name))]));
const scoreOf = (of: Question[], weights: number[]) => mean(of.map((question) => ndcg(question, weights)));
console.log(
  formatTable(
    names.flatMap((set) =>
      [true, false].map((isTuning) => {
        const of = questions.filter((question) => question.set === set && question.tuning === isTuning);
        return {
          set,
          half: isTuning ? "tuning" : "reporting",
          shipped: scoreOf(of, shipped),
          fitted: scoreOf(of, fitted),
          "fitted without this set": scoreOf(of, without.get(set) ?? shipped),
        };
      }),
    ),
  ),
);
const rounded = fitted.map((weight) => Number(weight.toFixed(3)));
console.log("article", Object.fromEntries(ARTICLE.map((name, at) => [name, rounded[at]])));
console.log("passage", Object.fromEntries(PASSAGE.map((name, at) => [name, rounded[ARTICLE.length + at]])));

function readQuestions(set: EvalSet): Question[] {
  const { knowledge, close } = openHandrail(set.docs);
  const ids = set.docs.map(({ id }) => id);
  const read = set.queries
    .filter(({ answerable }) => answerable)
    .map(({ id, query, relevant }): Question => ({
      set: set.name,
      tuning: halfOf(id) === "tuning",
      wanted: relevant.length,
      candidates: knowledge
        .measure(query, { exactQuotes: false })
        .measured.map((article) => toCandidate(article, relevant.includes(ids[article.row] ?? ""))),
    }));
  close();
  return read;
}

function toCandidate({ features, passages }: MeasuredArticle, relevant: boolean): Candidate {
  return {
    own: ARTICLE.map((name) => features[name as keyof ArticleFeatures]), // its own keys
    passages: passages.map((passage) => PASSAGE.map((name) => passage.features[name as keyof PassageFeatures])), // its own keys
    relevant,
  };
}

function dot(values: number[], weights: number[], from: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (weights[from + at] ?? 0);
  return sum;
}

/** The candidate's score, and the features that made it: an article is as good as its best passage. */
function look({ own, passages }: Candidate, weights: number[]): { score: number; features: number[] } {
  let best: number[] = [];
  let most = -Infinity;
  for (const passage of passages) {
    const score = dot(passage, weights, own.length);
    if (score > most) [most, best] = [score, passage];
  }
  return { score: dot(own, weights, 0) + (most === -Infinity ? 0 : most), features: [...own, ...best] };
}

/** Gradient ascent on the share that relevant articles get of all candidates' (listwise softmax), by Adam. */
function fit(of: Question[]): number[] {
  const weights = [...shipped];
  const counts = new Map(names.map((name) => [name, of.filter(({ set }) => set === name).length]));
  const [first, second] = [weights.map(() => 0), weights.map(() => 0)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight, at) => PULL * ((shipped[at] ?? 0) - weight));
    for (const question of of) addGradient(question, weights, gradient, 1 / (counts.get(question.set) ?? 1));
    gradient.forEach((slope, at) => {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope;
      const step = (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-9);
      weights[at] = Math.max(0, (weights[at] ?? 0) + STEP * step);
    });
  }
  return weights;
}

function addGradient({ candidates }: Question, weights: number[], gradient: number[], share: number): void {
  if (!candidates.some(({ relevant }) => relevant)) return;
  const looked = candidates.map((candidate) => ({ ...look(candidate, weights), relevant: candidate.relevant }));
  const top = Math.max(...looked.map(({ score }) => score));
  const parts = looked.map(({ score }) => Math.exp(SHARPNESS * (score - top)));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const right = parts.reduce((sum, part, at) => sum + (looked[at]?.relevant ? part : 0), 0);
  looked.forEach(({ features, relevant }, at) => {
    const part = parts[at] ?? 0;
    const pull = share * ((relevant ? part / right : 0) - part / all);
    features.forEach((value, feature) => {
      gradient[feature] = (gradient[feature] ?? 0) + pull * value;
    });
  });
}

function ndcg({ candidates, wanted }: Question, weights: number[]): number {
  const ranked = candidates
    .map((candidate) => ({ score: look(candidate, weights).score, relevant: candidate.relevant }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10);
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const ideal = Array.from({ length: Math.min(10, wanted) }, (_, at) => gain(at)).reduce((sum, each) => sum + each, 0);
  return ranked.reduce((sum, { relevant }, at) => sum + (relevant ? gain(at) : 0), 0) / ideal;
}
