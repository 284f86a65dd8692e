import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Db } from "#db/database.ts";
import type { AnswerCache, AnswerKey, WrittenAnswer } from "./answer-cache.ts";
import type { AskInput, DoneEvent, SentenceEvent, SourcesEvent } from "./ask.schema.ts";
import type { Spending } from "./model-budget.ts";
import { PROMPT_VERSION } from "./model/system-prompt.ts";
import { nearestSources, planAnswer, type Plan, type PlanDeps } from "./plan-answer.ts";
import { recordAnswer } from "./record-answer.ts";
import { survive } from "./survive.ts";
import type { Thread } from "./thread.ts";
import type { Ending, Model } from "./write-answer.ts";

export type AnswerEvent =
  | { event: "sources"; data: SourcesEvent }
  | { event: "sentence"; data: SentenceEvent }
  | { event: "done"; data: DoneEvent };

/** `spend` opens the budgets for one answer to a visitor. */
export type OpenModel = { name: string; stream: Model["stream"]; spend: (ipKey: string) => Spending };

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
  signal: AbortSignal;
};

/**
 * Retrieve, decide, write, check each sentence, record: yields the events of the API's contract in their order. A
 * database that is slow or away costs the record, not the answer.
 */
export async function* answerQuestion(deps: AnswerDeps, asked: Asked): AsyncGenerator<AnswerEvent> {
  const written: Written = { began: performance.now(), sentences: [], firstMs: null, ending: null };
  const knowledge = deps.knowledge.current();
  const spending = deps.model?.spend(asked.ipKey);
  const model = deps.model && spending ? { stream: deps.model.stream, takeTokens: spending.takeTokens } : null;
  const plan = planAnswer({ ...deps, model }, knowledge, { ...asked, turns: asked.thread.turns });
  yield { event: "sources", data: { sources: plan.sources.map(({ source }) => source) } };

  const answerId = newId("ans");
  const key = keyOf(deps.model, asked, plan, knowledge);
  const known = key && deps.cache.find(key);
  try {
    yield* tell(known ? repeat(known) : plan.writing, written);
  } finally {
    const { sentences, firstMs, began } = written;
    const stopped = !written.ending || asked.signal.aborted;
    const ending = written.ending ?? { verdict: "partial", mode: deps.model ? "model" : "extractive" };
    if (key && !stopped) deps.cache.keep(key, { sentences, ending });
    const kept = recordAnswer(deps.db, deps.clock, {
      asked,
      answerId,
      plan,
      knowledgeVersion: knowledge.version,
      model: deps.model?.name ?? null,
      sentences,
      ending: stopped ? { ...ending, verdict: "partial" } : ending,
      firstMs,
      wholeMs: performance.now() - began,
      stopped,
      cached: known !== null,
    });
    const settled = ending.usage ? spending?.settle(ending.usage) : null;
    await survive<unknown>(deps.log, Promise.all([kept, settled]), () => null);
  }
  if (written.ending) yield describeEnd(answerId, asked.thread, plan, written.ending);
}

/** What has been written so far. Times in milliseconds. */
type Written = { began: number; sentences: SentenceEvent[]; firstMs: number | null; ending: Ending | null };

async function* tell(writing: Plan["writing"], written: Written): AsyncGenerator<AnswerEvent, void> {
  for (;;) {
    const { value, done } = await writing.next();
    if (done) {
      written.ending = value;
      return;
    }
    written.firstMs ??= performance.now() - written.began;
    written.sentences.push(value);
    yield { event: "sentence", data: value };
  }
}

async function* repeat({ sentences, ending }: WrittenAnswer): Plan["writing"] {
  yield* sentences;
  return { ...ending, usage: null };
}

const describeEnd = (answerId: string, thread: Thread, plan: Plan, ending: Ending): AnswerEvent => {
  const { verdict, mode } = ending; // the rest of it is for the record
  return {
    event: "done",
    data: { answerId, verdict, mode, thread: thread.secret, nearest: nearestSources(plan, ending) },
  };
};

/** Null for what is not shared: a part of a thread, and what was made from more than articles, or without a model. */
function keyOf(model: OpenModel | null, asked: Asked, plan: Plan, knowledge: KnowledgeIndex): AnswerKey | null {
  const [first] = plan.sources;
  const isPublic = plan.sources.every(({ source }) => knowledge.articles.has(source.articleId));
  if (!model || !first || !isPublic || asked.thread.turns.length > 0) return null;
  return {
    question: asked.question,
    page: asked.articleId ?? null,
    knowledge: knowledge.version,
    model: model.name,
    prompt: PROMPT_VERSION,
    language: first.passages[0]?.article.language ?? "",
  };
}
