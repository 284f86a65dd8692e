import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Db } from "#db/database.ts";
import type { AskInput, DoneEvent, SentenceEvent, Source, SourcesEvent } from "./ask.schema.ts";
import { decide, type Decision } from "./decide.ts";
import { recogniseRemark, replyTo } from "./recognise.ts";
import { recordAnswer } from "./record-answer.ts";
import { retrieve } from "./retrieve.ts";
import { numberSources, type NumberedSource } from "./sources.ts";
import { newThread, openThread, type Thread } from "./thread.ts";
import { say, writeAnswer, type Ending, type Model } from "./write-answer.ts";

export type AnswerEvent =
  | { event: "sources"; data: SourcesEvent }
  | { event: "sentence"; data: SentenceEvent }
  | { event: "done"; data: DoneEvent };

export type AnswerDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  knowledge: OpenKnowledge;
  /** Names of the integrations, for follow-ups such as "and for Salesforce?". */
  integrationNames: string[];
  /** Null: answers are extractive. */
  model: Model | null;
};

/** `signal` is aborted when nobody reads any more. */
export type Asked = AskInput & { visitorKey: string | null; signal: AbortSignal };

/**
 * Retrieve, decide, write, check each sentence, record: yields the events of the API's contract in their order. A
 * database that is slow or away costs the thread and the record, not the answer.
 */
export async function* answerQuestion(deps: AnswerDeps, asked: Asked): AsyncGenerator<AnswerEvent> {
  const thread = await survive(deps.log, openThread(deps.db, asked.thread), newThread);
  const { sources, nearest, writing } = planAnswer(deps, asked, thread);
  const cited = sources.map(({ source }) => source);
  yield { event: "sources", data: { sources: cited } };

  const answerId = newId("ans");
  const sentences: SentenceEvent[] = [];
  let ending: Ending = { verdict: "partial", mode: deps.model ? "model" : "extractive" }; // until it ends: the reader left
  try {
    for (;;) {
      const { value, done } = await writing.next();
      if (done) {
        ending = value;
        break;
      }
      sentences.push(value);
      yield { event: "sentence", data: value };
    }
  } finally {
    const { question, articleId = null, visitorKey } = asked;
    const record = {
      answerId,
      threadId: thread.id,
      visitorKey,
      question,
      articleId,
      sources: cited,
      sentences,
      ...ending,
    };
    await survive(deps.log, recordAnswer(deps.db, deps.clock, record), () => undefined);
  }
  yield { event: "done", data: { answerId, thread: thread.secret, nearest: nearest(ending), ...ending } };
}

type Plan = {
  sources: NumberedSource[];
  nearest: (ending: Ending) => Source[];
  writing: AsyncGenerator<SentenceEvent, Ending>;
};

function planAnswer(deps: AnswerDeps, asked: Asked, { turns }: Thread): Plan {
  const remark = recogniseRemark(asked.question);
  if (remark) return { sources: [], nearest: () => [], writing: reply(replyTo(remark)) };
  const knowledge: KnowledgeIndex = deps.knowledge.current();
  const { integrationNames, log, model } = deps;
  const { question, found } = retrieve(knowledge, { ...asked, turns, integrationNames });
  const decision = decide(question, found, knowledge.passages.length);
  const sources = numberSources(decision.passages);
  const task = { question, terms: found.terms, decision, sources, turns, signal: asked.signal };
  return {
    sources,
    nearest: ({ verdict }) => (verdict === "answered" ? [] : nearestSources(decision, sources)),
    writing: writeAnswer(model, task, log),
  };
}

async function* reply(text: string): AsyncGenerator<SentenceEvent, Ending> {
  yield say(text);
  return { verdict: "answered", mode: "extractive" };
}

/** Numbered on from the sources, which are not named twice. */
function nearestSources({ nearest }: Decision, sources: NumberedSource[]): Source[] {
  const named = new Set(sources.map(({ source }) => source.url));
  const others = numberSources(nearest, sources.length + 1).map(({ source }) => source);
  return others.filter(({ url }) => !named.has(url));
}

async function survive<T>(log: Log, work: Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await inTime(work);
  } catch (error) {
    log.error({ err: error }, "an answer goes on without the database");
    return otherwise();
  }
}
