import type { Log } from "#server/core/log.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { AskInput, SentenceEvent, Source } from "./ask.schema.ts";
import { decide, type Decision } from "./decide.ts";
import { recogniseRemark, replyTo } from "./recognise.ts";
import { retrieve } from "./retrieve.ts";
import { numberSources, type NumberedSource } from "./sources.ts";
import type { Turn } from "./thread.ts";
import { say, writeAnswer, type Ending, type Model } from "./write-answer.ts";

export type PlanDeps = {
  log: Log;
  /** Names of the integrations, for follow-ups such as "and for Salesforce?". */
  integrationNames: string[];
  /** Null: the answer is extractive. */
  model: Model | null;
};

type Question = Pick<AskInput, "question" | "articleId" | "section"> & { turns: Turn[]; signal: AbortSignal };

/** What an answer is made from, and the answer, which is not begun before it is read. */
export type Plan = {
  /** The question that was looked for: a follow-up, made whole. */
  lookedFor: string;
  /** Null for a greeting and the like. */
  decision: Decision | null;
  sources: NumberedSource[];
  writing: AsyncGenerator<SentenceEvent, Ending>;
};

/** Retrieve and decide; write when it is read. */
export function planAnswer(deps: PlanDeps, knowledge: KnowledgeIndex, asked: Question): Plan {
  const { question: lookedFor, turns, signal } = asked;
  const remark = recogniseRemark(lookedFor);
  if (remark) return { lookedFor, decision: null, sources: [], writing: reply(replyTo(remark)) };
  const { question, found } = retrieve(knowledge, { ...asked, integrationNames: deps.integrationNames });
  const decision = decide(question, found, knowledge.passages.length);
  const sources = numberSources(decision.passages);
  const task = { question, terms: found.terms, decision, sources, turns, signal };
  return { lookedFor: question, decision, sources, writing: writeAnswer(deps.model, task, deps.log) };
}

async function* reply(text: string): AsyncGenerator<SentenceEvent, Ending> {
  yield say(text);
  return { verdict: "answered", mode: "extractive" };
}

/** What to read where it is not answered. Numbered on from the sources, which are not named twice. */
export function nearestSources({ decision, sources }: Plan, { verdict }: Ending): Source[] {
  if (verdict === "answered" || !decision) return [];
  const named = new Set(sources.map(({ source }) => source.url));
  const others = numberSources(decision.nearest, sources.length + 1).map(({ source }) => source);
  return others.filter(({ url }) => !named.has(url));
}
