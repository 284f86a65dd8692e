/** The half of bench:ask without a model: retrieval, decision and the articles' own words, in a hub of many articles. */
import { performance } from "node:perf_hooks";
import { planAnswer } from "#server/features/ask/plan-answer.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { textOfBlock } from "#server/knowledge/split-passages.ts";
import { createLog } from "#server/core/log.ts";
import { readHubQuestions } from "../eval/support/hub-questions.ts";
import { fillTo } from "../eval/support/fill-to.ts";
import { toKnowledge } from "../eval/support/set-knowledge.ts";
import { findSets, readSet, type EvalDoc } from "../eval/support/sets.ts";

/** Milliseconds that the 99th of a hundred answers may take, by how many articles there are. */
const BOUNDS = [
  { articles: 1000, p99: 10 },
  { articles: 10_000, p99: 60 },
];
const QUESTIONS = 1000;

type Say = (line: string) => void;

/** Prints what it measures; true when all is within its bounds. */
export async function benchAnswers(say: Say): Promise<boolean> {
  const { docs, questions, from } = readMaterial();
  say(`Retrieval, decision and the articles' own words, of ${from}:`);
  say("| articles | questions | p50, ms | p99, ms | at most |");
  say("| --- | --- | --- | --- | --- |");
  let isQuick = true;
  for (const { articles, p99 } of BOUNDS) {
    const times = await timeAnswers(fillTo(docs, articles), questions);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    say(`| ${articles} | ${times.length} | ${at(0.5).toFixed(2)} | ${at(0.99).toFixed(2)} | ${p99} |`);
    isQuick &&= at(0.99) <= p99;
  }
  return isQuick;
}

async function timeAnswers(docs: EvalDoc[], questions: string[]): Promise<number[]> {
  const knowledge = createKnowledge(toKnowledge(docs));
  const deps = {
    log: createLog("silent"),
    hub: { languages: ["en"], integrations: [] },
    readVendors: () => [],
    model: null,
  };
  const times: number[] = [];
  for (const question of questions) {
    const begun = performance.now();
    const plan = await planAnswer(deps, knowledge, { question, turns: [], signal: new AbortController().signal });
    for (let next = await plan.writing.next(); !next.done;) next = await plan.writing.next();
    times.push(performance.now() - begun);
  }
  return times.slice(20).toSorted((a, b) => a - b); // the first ones warm up
}

/** The public sets where they are, mixed evenly; else what this hub has been built of. */
function readMaterial(): { docs: EvalDoc[]; questions: string[]; from: string } {
  const sets = (findSets() ?? []).map(readSet).filter(({ docs }) => docs.length > 0);
  const docs = mix(sets.map((set) => set.docs.map((doc) => ({ ...doc, id: `${set.name}/${doc.id}` }))));
  const asked = mix(sets.map(({ queries }) => queries.map(({ query }) => query)));
  if (docs.length > 0) return { docs, questions: asked.slice(0, QUESTIONS), from: "public sets" };
  const hub = readHubQuestions();
  if (!hub) throw new Error("There is nothing to ask: set EVAL_DATA, or build this hub (npm run build).");
  const own = hub.knowledge.articles.map(({ id, title, sections: parts }) => ({
    id,
    title,
    text: parts.flatMap(({ blocks }) => blocks.map(textOfBlock)).join(" "),
    sections: [],
  }));
  return { docs: own, questions: hub.questions.map(({ query }) => query), from: "this hub's articles, repeated" };
}

function mix<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
