/**
 * npm run eval:abstain -- DIR… --json FILE: whether questions without an answer are told from those with one, and what
 * the shipped thresholds make of it, beside what a plain search has to tell them by in the same run.
 */
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { bootstrap, mean, type Interval } from "./support/bootstrap.ts";
import { binByScore, brierScore } from "./support/calibration.ts";
import { HALVES, halfOf } from "./support/halves.ts";
import { findOpenSets, type OpenSet } from "./support/open-questions.ts";
import { areaUnderRoc, thresholdFor } from "./support/roc.ts";
import { beginEval, type Row } from "./support/report.ts";
import { toKnowledge } from "./support/set-knowledge.ts";

/** `score` is higher where an answer is likelier; `verdict` is what the shipped thresholds say. */
type Judged = { id: string; answerable: boolean; score: number; verdict: string };

/** Share of the unanswerable questions that may be answered where thresholds are compared. */
const FALSE_ANSWERS = 0.1;

const run = beginEval();
const sets = findOpenSets(run.sets).map((set) => ({ name: set.name, asked: askSet(set) }));
run.report(
  "Answerable or not. “at 10 %”: with the threshold that lets one in ten false answers through on the tuning half",
  sets.flatMap(measureSet),
);
run.report(
  "The probability, and how many have an answer where it is so high (reporting half)",
  sets.flatMap(calibrate),
);
run.finish();

function askSet({ docs, questions }: OpenSet) {
  const knowledge = createKnowledge(toKnowledge(docs));
  return questions.map(({ id, query, answerable }) => {
    const found = knowledge.search(query, { exactQuotes: false, limit: 30 });
    const { confidence, verdict } = decide(query, found, knowledge.passages.length);
    const [best] = found.passages;
    return { id, answerable, confidence, verdict, bm25: best?.features.stems ?? 0, cover: best?.features.cover ?? 0 };
  });
}

type AskedSet = { name: string; asked: ReturnType<typeof askSet> };

function measureSet({ name, asked }: AskedSet): Row[] {
  const engine = (of: string, scoreOf: (each: (typeof asked)[number]) => number, shipped = false) =>
    rowsOf(
      name,
      of,
      asked.map((each) => ({ ...each, score: scoreOf(each) })),
      shipped,
    );
  return [
    ...engine("handrail", ({ confidence }) => confidence, true),
    ...engine("bm25 of the best passage", ({ bm25 }) => bm25),
    ...engine("share of the question covered", ({ cover }) => cover),
  ];
}

function calibrate({ name, asked }: AskedSet): Row[] {
  const own = asked.filter(({ id }) => halfOf(id) === "reporting");
  return binByScore(own.map(({ confidence, answerable }) => ({ score: confidence, answerable }))).map((bin) => ({
    set: name,
    engine: "handrail",
    half: "reporting",
    ...bin,
  }));
}

function rowsOf(set: string, engine: string, judged: Judged[], shipped: boolean): Row[] {
  const threshold = thresholdFor(
    judged.filter(({ id }) => halfOf(id) === "tuning"),
    FALSE_ANSWERS,
  );
  return HALVES.map((half) => {
    const of = judged.filter(({ id }) => halfOf(id) === half);
    const share = (answerable: boolean, test: (each: Judged) => boolean) =>
      bootstrap(
        of.filter((each) => each.answerable === answerable),
        (sample) => mean(sample.map((each) => Number(test(each)))),
      );
    const verdicts = ["answered", "partial"].flatMap((verdict): [string, Interval][] => [
      [verdict, share(true, (each) => each.verdict === verdict)],
      [`false, ${verdict}`, share(false, (each) => each.verdict === verdict)],
    ]);
    return {
      set,
      engine,
      half,
      questions: of.length,
      AUROC: bootstrap(of, areaUnderRoc),
      Brier: shipped ? bootstrap(of, brierScore) : null,
      "answered at 10 %": share(true, ({ score }) => score > threshold),
      "false at 10 %": share(false, ({ score }) => score > threshold),
      ...Object.fromEntries(verdicts.map(([title, value]) => [title, shipped ? value : null])),
    };
  });
}
