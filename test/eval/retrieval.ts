/** npm run eval:retrieval -- DIR… --json FILE: how well the right article is found, beside plain libraries in the same run. */
import { performance } from "node:perf_hooks";
import type { Engine, OpenEngine } from "./engines/engine.ts";
import { openFts5 } from "./engines/fts5.ts";
import { openHandrail } from "./engines/handrail.ts";
import { openMiniSearch } from "./engines/minisearch.ts";
import { bootstrap, mean } from "./support/bootstrap.ts";
import { fillTo } from "./support/fill-to.ts";
import { HALVES, halfOf } from "./support/halves.ts";
import { beginEval, type Row } from "./support/report.ts";
import type { EvalQuery, EvalSet } from "./support/sets.ts";

const ENGINES: Record<string, OpenEngine> = { handrail: openHandrail, fts5: openFts5, minisearch: openMiniSearch };
/** Where times are measured: a hub as large as they come. */
const ARTICLES = 10_000;

type Outcome = { id: string; recall1: number; recall5: number; reciprocal: number; ndcg: number; ms: number };

const run = beginEval();
const sets = run.sets.filter(({ docs }) => docs.length > 0);
const rows = sets.flatMap((set) => Object.entries(ENGINES).flatMap(([name, open]) => measureSet(set, name, open)));
run.report("Retrieval: answerable questions, whole articles", rows);
run.report("Mean over the sets", meansOf(rows));
run.report(`Times and load at ${ARTICLES} articles`, measureScale(sets));
run.finish();

function measureSet(set: EvalSet, name: string, open: OpenEngine): Row[] {
  const engine = open(set.docs);
  const outcomes = set.queries.filter(({ answerable }) => answerable).map((query) => judge(engine, query));
  engine.close();
  const halves = HALVES.map((half) => ({ half, of: outcomes.filter(({ id }) => halfOf(id) === half) }));
  return [...halves, { half: "all", of: outcomes }].map(({ half, of }) => {
    const times = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
    return {
      set: set.name,
      engine: name,
      half,
      questions: of.length,
      "R@1": mean(of.map(({ recall1 }) => recall1)),
      "R@5": mean(of.map(({ recall5 }) => recall5)),
      "MRR@10": mean(of.map(({ reciprocal }) => reciprocal)),
      "nDCG@10": bootstrap(of, (sample) => mean(sample.map(({ ndcg }) => ndcg))),
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

function meansOf(all: Row[]): Row[] {
  const figure = (row: Row) =>
    typeof row["nDCG@10"] === "object" ? (row["nDCG@10"]?.value ?? Number.NaN) : Number.NaN;
  return [...HALVES, "all"].flatMap((half) =>
    Object.keys(ENGINES).map((engine) => ({
      set: "mean",
      engine,
      half,
      "nDCG@10": mean(all.filter((row) => row["engine"] === engine && row["half"] === half).map(figure)),
    })),
  );
}

/** Every second question of all sets, against all their documents and as many made ones as it takes. */
function measureScale(of: EvalSet[]): Row[] {
  const docs = fillTo(
    of.flatMap((set) => set.docs.map((doc) => ({ ...doc, id: `${set.name}/${doc.id}` }))),
    ARTICLES,
  );
  const queries = of.flatMap((set) => set.queries).filter((_, at) => at % 2 === 0);
  return Object.entries(ENGINES).map(([engine, open]) => {
    globalThis.gc?.();
    const before = process.memoryUsage();
    const begun = performance.now();
    const opened = open(docs);
    const load = performance.now() - begun;
    globalThis.gc?.();
    const after = process.memoryUsage();
    const times = queries.map(({ query }) => timeOf(() => opened.rank(query))).toSorted((a, b) => a - b);
    opened.close();
    return {
      set: `${ARTICLES} articles`,
      engine,
      questions: queries.length,
      "p50 ms": times[Math.floor(times.length * 0.5)] ?? null,
      "p99 ms": times[Math.floor(times.length * 0.99)] ?? null,
      "load s": load / 1000,
      "memory MB": Math.round((after.rss - before.rss) / 1e6),
    };
  });
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
