import { speech } from "#content/words.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Db } from "#db/database.ts";
import type { AnswerCache, AnswerKey, WrittenAnswer } from "./answer-cache.ts";
import { beginWriting, gatherEvidence, noteEnding, noteSentence } from "./answer-evidence.ts";
import type { AskInput, DoneEvent, SentenceEvent, SourcesEvent } from "./ask.schema.ts";
import type { Spending } from "./model-budget.ts";
import type { OwnCheck } from "./own-check.ts";
import { PROMPT_VERSION } from "./model/system-prompt.ts";
import { nameNearest } from "./name-nearest.ts";
import { planAnswer, type Plan, type PlanDeps } from "./plan-answer.ts";
import { recordAnswer } from "./record-answer.ts";
import { isOfNow } from "./sources.ts";
import { knowledgeFor } from "./retrieve.ts";
import { survive } from "./survive.ts";
import type { Thread } from "./thread.ts";
import { endOwn, type Ending, type Model } from "./write-answer.ts";

export type AnswerEvent =
  | { event: "sources"; data: SourcesEvent }
  | { event: "sentence"; data: SentenceEvent }
  | { event: "done"; data: DoneEvent };

/** `openFor` opens the model, and its budgets, for one answer to a visitor. */
export type OpenModel = { name: string; openFor: (ipKey: string) => Model & Spending };

export type AnswerDeps = Omit<PlanDeps, "model"> & {
  db: Db;
  clock: Clock;
  knowledge: OpenKnowledge;
  /** Null: answers are extractive. */
  model: OpenModel | null;
  cache: AnswerCache;
};

/** `signal` is aborted when nobody reads any more. */
export type Asked = Omit<AskInput, "thread"> & {
  thread: Thread;
  visitorKey: string | null;
  ipKey: string;
  languages?: string[] | undefined;
  signal: AbortSignal;
  /** The latest checks of who asks; without it there are none. */
  ownChecks?: (() => Promise<OwnCheck[]>) | undefined;
};

/**
 * Retrieve, decide, write, check each sentence, record: yields the events of the API's contract in their order. A
 * database that is slow or away costs the record, not the answer.
 */
export async function* answerQuestion(deps: AnswerDeps, asked: Asked): AsyncGenerator<AnswerEvent> {
  const written = beginWriting();
  const knowledge = knowledgeFor(deps.knowledge, asked.question);
  const model = deps.model?.openFor(asked.ipKey) ?? null;
  const gaveUp = new AbortController();
  const signal = AbortSignal.any([asked.signal, gaveUp.signal]);
  const plan = await planAnswer({ ...deps, model }, knowledge, { ...asked, signal, turns: asked.thread.turns });
  yield { event: "sources", data: { sources: plan.sources.map(({ source }) => source), thread: asked.thread.secret } };

  const answerId = newId("ans");
  const key = keyOf(deps.model, asked, plan, knowledge.version);
  const known = key && deps.cache.find(key);
  try {
    for await (const data of noteEnding(known ? repeat(known) : plan.writing, written)) {
      noteSentence(data, written);
      yield { event: "sentence", data };
    }
  } finally {
    const stopped = !written.ending || signal.aborted;
    gaveUp.abort(); // whoever stops reading stops the model, before anything is waited for
    const left: Ending = { ...endOwn("partial"), mode: deps.model ? "model" : "extractive", checks: plan.checks };
    const ending = written.ending ?? left;
    if (key && !stopped) deps.cache.keep(key, { sentences: written.sentences, ending });
    const by = { knowledgeVersion: knowledge.version, model: deps.model?.name ?? null };
    const evidence = gatherEvidence(plan, written, stopped ? { ...ending, verdict: "partial" } : ending, by);
    const record = { answerId, asked, evidence, stopped, cached: known !== null };
    const settled = ending.usage ? model?.settle(ending.usage) : null;
    const kept = Promise.all([recordAnswer(deps.db, deps.clock, record), settled]);
    await survive<unknown>(deps.log, kept, () => null);
  }
  if (written.ending) yield describeEnd(answerId, asked.thread, plan, written.ending);
}

async function* repeat({ sentences, ending }: WrittenAnswer): Plan["writing"] {
  yield* sentences;
  return { ...ending, usage: null };
}

const describeEnd = (answerId: string, thread: Thread, plan: Plan, ending: Ending): AnswerEvent => {
  const { verdict, mode } = ending; // the rest of it is for the record
  return {
    event: "done",
    data: { answerId, verdict, mode, thread: thread.secret, nearest: nameNearest(plan, ending) },
  };
};

/** Null for what is not shared: a part of a thread, and what says how something is now, or is made without a model. */
function keyOf(model: OpenModel | null, asked: Asked, plan: Plan, knowledge: string): AnswerKey | null {
  if (!model || plan.sources.length === 0 || plan.sources.some(isOfNow) || asked.thread.turns.length > 0) return null;
  return {
    question: asked.question,
    page: asked.articleId ? `${asked.articleId}#${asked.section ?? ""}` : null,
    sources: JSON.stringify(plan.sources.map(({ source, passages }) => [source.url, passages.map(({ text }) => text)])),
    knowledge,
    decided: JSON.stringify([plan.decision?.verdict, plan.decision?.lacks]),
    model: model.name,
    prompt: PROMPT_VERSION,
    language: speech().language,
  };
}
