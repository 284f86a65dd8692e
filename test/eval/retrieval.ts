/** npm run eval:retrieval -- DIR… --json FILE: how well the right article is found, beside plain libraries in the same run. */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Engine, OpenEngine } from "./engines/engine.ts";
import { openFts5 } from "./engines/fts5.ts";
import { openHandrail } from "./engines/handrail.ts";
import { openMiniSearch } from "./engines/minisearch.ts";
import { bootstrap, mean } from "./support/bootstrap.ts";
import { fillTo } from "./support/fill-to.ts";
import { HALVES, halfOf } from "./support/halves.ts";
import { beginEval, type Row } from "./support/report.ts";
import type { EvalQuery, EvalSet } from "./support/sets.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void; // what the flag gives

const ENGINES: Record<string, OpenEngine> = { handrail: openHandrail, fts5: openFts5, minisearch: openMiniSearch };
/** Where times are measured: a hub as large as they come. */
const ARTICLES = 10_000;

type Outcome = { id: string; recall1: number; recall5: number; reciprocal: number; ndcg: number; ms: number };

const run = beginEval();
const sets = run.sets.filter(({ docs }) => docs.length > 0);
const asked = sets.flatMap((set) => Object.entries(ENGINES).map(([name, open]) => askSet(set, name, open)));
run.report("Retrieval: answerable questions, whole articles", asked.flatMap(measureSet));
run.report("Mean over the sets", meansOf(asked));
run.report(`Times and load at ${ARTICLES} articles`, measureScale(sets));
run.finish();

type Asked = { set: string; engine: string; outcomes: Outcome[] };

function askSet({ name, docs, queries }: EvalSet, engine: string, open: OpenEngine): Asked {
  const opened = open(docs);
  const outcomes = queries.filter(({ answerable }) => answerable).map((query) => judge(opened, query));
  opened.close();
  return { set: name, engine, outcomes };
}

function ofHalf(outcomes: Outcome[], half: string): Outcome[] {
  return outcomes.filter(({ id }) => half === "all" || halfOf(id) === half);
}

function measureSet({ set, engine, outcomes }: Asked): Row[] {
  return [...HALVES, "all"].map((half) => {
    const of = ofHalf(outcomes, half);
    const interval = (figure: (each: Outcome) => number) => bootstrap(of, (sample) => mean(sample.map(figure)));
    const times = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
    return {
      set,
      engine,
      half,
      questions: of.length,
      "R@1": interval(({ recall1 }) => recall1),
      "R@5": interval(({ recall5 }) => recall5),
      "MRR@10": interval(({ reciprocal }) => reciprocal),
      "nDCG@10": interval(({ ndcg }) => ndcg),
      "p50 ms": times[Math.floor(times.length * 0.5)] ?? null,
      "p99 ms": times[Math.floor(times.length * 0.99)] ?? null,
    };
  });
}

/** Several documents may be right: recall is whether one of them came, nDCG looks at all. */
function judge(engine: Engine, { id, query, relevant }: EvalQuery): Outcome {
  const begun = performance.now();
  const ranked = engine.rank(query);
  const ms = performance.now() - begun;
  const right = ranked.map((each) => relevant.includes(each));
  const first = right.indexOf(true);
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const ideal = relevant.slice(0, 10).reduce((sum, _, at) => sum + gain(at), 0);
  return {
    id,
    recall1: first === 0 ? 1 : 0,
    recall5: first >= 0 && first < 5 ? 1 : 0,
    reciprocal: first >= 0 ? 1 / (first + 1) : 0,
    ndcg: right.reduce((sum, hit, at) => sum + (hit ? gain(at) : 0), 0) / ideal,
    ms,
  };
}

/** Each set counts the same, however many questions it has. */
function meansOf(of: Asked[]): Row[] {
  return [...HALVES, "all"].flatMap((half) =>
    Object.keys(ENGINES).map((engine) => {
      const own = of.filter((each) => each.engine === engine);
      const all = own.flatMap(({ set, outcomes }) => ofHalf(outcomes, half).map(({ ndcg }) => ({ set, ndcg })));
      const meanOf = (sample: readonly (typeof all)[number][]) =>
        mean(own.map(({ set }) => mean(sample.filter((each) => each.set === set).map(({ ndcg }) => ndcg))));
      return { set: "mean", engine, half, "nDCG@10": bootstrap(all, meanOf) };
    }),
  );
}

/** Every second question of all sets, against all their documents and as many made ones as it takes. */
function measureScale(of: EvalSet[]): Row[] {
  const docs = fillTo(
    of.flatMap((set) => set.docs.map((doc) => ({ ...doc, id: `${set.name}/${doc.id}` }))),
    ARTICLES,
  );
  const queries = of.flatMap((set) => set.queries).filter((_, at) => at % 2 === 0);
  return Object.entries(ENGINES).map(([engine, open]) => measureEngine(engine, () => open(docs), queries));
}

/** A function of its own, so that nothing holds the engine before when the memory for the next is read. */
function measureEngine(engine: string, open: () => Engine, queries: EvalQuery[]): Row {
  const before = holdBytes();
  const begun = performance.now();
  const opened = open();
  const load = performance.now() - begun;
  const after = holdBytes();
  const times = queries.map(({ query }) => timeOf(() => opened.rank(query))).toSorted((a, b) => a - b);
  opened.close();
  return {
    set: `${ARTICLES} articles`,
    engine,
    questions: queries.length,
    "p50 ms": times[Math.floor(times.length * 0.5)] ?? null,
    "p99 ms": times[Math.floor(times.length * 0.99)] ?? null,
    "load s": load / 1000,
    "held MB": after > before ? Math.round((after - before) / 1e6) : null,
  };
}

/** What scripts hold without garbage, buffers too; not what SQLite does. A process has more, which it gives back late. */
function holdBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
