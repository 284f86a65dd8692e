import type { Hub, Integration } from "#content/schema.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";
import type { Speeches } from "#server/core/speeches.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import type { AskInput, SentenceEvent, SentenceRecord } from "./ask.schema.ts";
import type { Decision } from "./decide.ts";
import { decideWhole } from "./decide-compared.ts";
import { decideOffered } from "./decide-offered.ts";
import { recogniseRemark, replyTo } from "./recognise.ts";
import type { CompareMeaning } from "./meaning/open-meaning.ts";
import { citeOwnChecks, mayConcernOwn, type OwnCheck } from "./own-check.ts";
import { rankByBoth, retrieve } from "./retrieve.ts";
import { numberSources, type NumberedSource } from "./sources.ts";
import type { Turn } from "./thread.ts";
import { findVendorStatus, type ReadVendors } from "./vendor-status.ts";
import { endOwn, say, writeAnswer, type Ending, type Model } from "./write-answer.ts";

export type PlanDeps = {
  log: Log;
  /** The names of its integrations complete follow-ups such as "and for Salesforce?". */
  hub: Pick<Hub, "languages"> & { integrations: Pick<Integration, "id" | "name">[] };
  readVendors: ReadVendors;
  /** Without it, all that the hub says of its own is in the language that is spoken. */
  speeches?: Speeches;
  /** Null: the answer is extractive. */
  model: Model | null;
  /** Without it, passages are found by their words alone. */
  compareMeaning?: CompareMeaning | null;
};

type Question = Pick<AskInput, "question" | "articleId" | "section"> & {
  turns: Turn[];
  /** What the reader reads, the most wanted first. */
  languages?: string[] | undefined;
  signal: AbortSignal;
  /** The latest checks of who asks; without it there are none. */
  ownChecks?: (() => Promise<OwnCheck[]>) | undefined;
};

/** What an answer is made from, and the answer, which is not begun before it is read. */
export type Plan = {
  /** The question that was looked for: a follow-up, made whole. */
  lookedFor: string;
  terms: Term[];
  /** Null for a greeting and the like. */
  decision: Decision | null;
  sources: NumberedSource[];
  /** The model's sentences so far, sent or not. */
  checks: SentenceRecord[];
  writing: AsyncGenerator<SentenceEvent, Ending>;
};

/** Retrieve and decide; write when it is read. */
export async function planAnswer(deps: PlanDeps, knowledge: KnowledgeIndex, asked: Question): Promise<Plan> {
  const { turns, signal } = asked;
  const checks: SentenceRecord[] = [];
  const remark = recogniseRemark(asked.question, turns.length > 0 || asked.articleId !== undefined);
  if (remark) {
    const writing = reply(replyTo(remark));
    return { lookedFor: asked.question, terms: [], decision: null, sources: [], checks, writing };
  }
  const { question, found, decided } =
    decideOffered(knowledge, asked.question) ?? (await findAnswer(deps, knowledge, asked));
  const vendors = findVendorStatus(deps.hub, deps.readVendors, { question, passages: decided.passages });
  const own = await findOwn(deps, question, asked.ownChecks);
  const decision: Decision = vendors.answers || own.answers ? { ...decided, verdict: "answered" } : decided;
  const sources = numberSources([...decision.passages, ...own.passages, ...vendors.passages]);
  const { speeches } = deps;
  const { terms } = found;
  const task = { question, terms, decision, sources, turns, speeches, checks, signal };
  return { lookedFor: question, terms, decision, sources, checks, writing: writeAnswer(deps.model, task, deps.log) };
}

/** Retrieve and decide. */
async function findAnswer(deps: PlanDeps, knowledge: KnowledgeIndex, asked: Question) {
  const { question, found } = retrieve(knowledge, await completed(deps, asked));
  const nearness = await deps.compareMeaning?.(question, knowledge);
  const ranked = nearness ? rankByBoth(knowledge, question, asked, nearness) : found.passages;
  const names = deps.hub.integrations.map(({ name }) => name);
  return { question, found, decided: decideWhole(knowledge, question, found, ranked, names) };
}

/** What is looked for: a follow-up that the model has made whole stands by itself. */
async function completed({ model, hub }: PlanDeps, asked: Question) {
  const integrationNames = hub.integrations.map(({ name }) => name);
  const whole = await model?.complete({ ...asked, names: integrationNames });
  return whole ? { ...asked, integrationNames, question: whole, turns: [] } : { ...asked, integrationNames };
}

/** A database that does not answer costs the check, not the answer. */
async function findOwn({ hub, log }: PlanDeps, question: string, read: Question["ownChecks"]) {
  const names = hub.integrations.map(({ name }) => name);
  if (!read || !mayConcernOwn(question, names)) return citeOwnChecks(question, names, []);
  const checks = await inTime(read()).catch((error: unknown): OwnCheck[] => {
    log.warn({ err: error }, "an answer goes on without the reader's checks");
    return [];
  });
  return citeOwnChecks(question, names, checks);
}

async function* reply(text: string): AsyncGenerator<SentenceEvent, Ending> {
  yield say(text);
  return endOwn("answered");
}
