/**
 * `npm run eval:extract`: answers of the articles' own words, held against the accepted answers of public sets; beside a
 * plain full-text search that quotes three sentences of the first article.
 */
import { beginEval, type Row } from "./support/report.ts";
import { bootstrap, mean } from "./support/bootstrap.ts";
import { HALVES, halfOf, type Half } from "./support/halves.ts";
import type { EvalSet } from "./support/sets.ts";
import { createBaseline, type Writer } from "./extract-baseline.ts";
import { createHandrail } from "./extract-handrail.ts";
import { scoreAnswer, type AnswerScores } from "./extract-scores.ts";

const ENGINES = { fts5: createBaseline, handrail: createHandrail };

type Figures = AnswerScores & { right: number; found: number; characters: number; milliseconds: number };
/** `given`: with the right article given, so that only the choice of its sentences counts. */
type Judged = { half: Half; figures: Figures; given: AnswerScores };

const run = beginEval();
for (const set of run.sets) {
  const rows = Object.entries(ENGINES).flatMap(([engine, create]) => {
    const judged = judge(set, create(set.docs));
    const halves = [...HALVES.map((half) => [half, judged.filter((each) => each.half === half)] as const)];
    return [...halves, ["both", judged] as const].map(([half, some]) => describe(set.name, engine, half, some));
  });
  if (rows[0]?.["questions"] !== 0) run.report(set.name, rows);
}
run.finish();

function judge({ queries }: EvalSet, write: Writer): Judged[] {
  const answered = queries.filter(({ answerable, answers }) => answerable && answers.length > 0);
  return answered.map(({ id, query, relevant, answers }) => {
    const { text, cited, found, milliseconds } = write(query);
    const isRight = (articleId: string | null) => (articleId !== null && relevant.includes(articleId) ? 1 : 0);
    const figures = { ...scoreAnswer(text, answers), right: isRight(cited), found: isRight(found) };
    return {
      half: halfOf(id),
      figures: { ...figures, characters: text.length, milliseconds },
      given: scoreAnswer(write(query, relevant[0]).text, answers),
    };
  });
}

function describe(set: string, engine: string, half: string, judged: Judged[]): Row {
  const intervalOf = (figure: (each: Judged) => number) => bootstrap(judged, (some) => mean(some.map(figure)));
  const interval = (name: keyof Figures) => intervalOf(({ figures }) => figures[name]);
  const slowest = judged.map(({ figures }) => figures.milliseconds).toSorted((a, b) => a - b);
  return {
    set,
    half,
    engine,
    questions: judged.length,
    contained: interval("contained"),
    F1: interval("f1"),
    "cited article right": interval("right"),
    "R@1": interval("found"),
    characters: Math.round(mean(judged.map(({ figures }) => figures.characters))),
    verbatim: interval("verbatim"),
    "given: contained": intervalOf(({ given }) => given.contained),
    "given: F1": intervalOf(({ given }) => given.f1),
    "p99 ms": slowest[Math.floor(0.99 * (slowest.length - 1))] ?? null,
  };
}
