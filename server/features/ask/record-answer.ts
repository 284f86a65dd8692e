import { eq, lt } from "drizzle-orm";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { redactText } from "#server/core/redact.ts";
import type { Db } from "#db/database.ts";
import { answers, type StoredPassage } from "#db/schema/ask.ts";
import type { Asked } from "./answer-question.ts";
import type { AnswerVoteInput, SentenceEvent } from "./ask.schema.ts";
import type { Plan } from "./plan-answer.ts";
import { citationOf, sourceOf } from "./sources.ts";
import type { Ending } from "./write-answer.ts";

type AnswerRecord = {
  answerId: string;
  asked: Pick<Asked, "question" | "articleId" | "thread" | "visitorKey">;
  plan: Plan;
  sentences: SentenceEvent[];
  ending: Ending;
  knowledgeVersion: string;
  /** The hub's; null when it has none. */
  model: string | null;
  firstMs: number | null;
  wholeMs: number;
  stopped: boolean;
  cached: boolean;
};

/** Keeps what was asked, without addresses and long numbers, what was answered, and what that was made from. */
export async function recordAnswer(db: Db, clock: Clock, record: AnswerRecord): Promise<void> {
  const { asked, plan, ending } = record;
  const question = redactText(asked.question);
  await db.insert(answers).values({
    id: record.answerId,
    threadId: asked.thread.id,
    visitorKey: asked.visitorKey,
    question,
    questionKey: question.toLowerCase().replace(/\s+/g, " ").trim(),
    articleId: asked.articleId ?? null,
    verdict: ending.verdict,
    mode: ending.mode,
    sentences: record.sentences,
    sources: plan.sources.map(({ source }) => source),
    lookedFor: redactText(plan.lookedFor),
    passages: describePassages(plan),
    confidence: plan.decision?.confidence ?? null,
    // what no reader saw may repeat what the reader typed
    checks: (ending.checks ?? []).map((check) =>
      check.result === "withheld" ? { ...check, text: redactText(check.text) } : check,
    ),
    knowledgeVersion: record.knowledgeVersion,
    model: ending.mode === "model" ? record.model : null,
    promptTokens: ending.usage?.promptTokens ?? null,
    completionTokens: ending.usage?.completionTokens ?? null,
    firstMs: record.firstMs === null ? null : Math.round(record.firstMs),
    wholeMs: Math.round(record.wholeMs),
    stopped: record.stopped,
    cached: record.cached,
    createdAt: clock.now(),
  });
}

/** What retrieval found for it, best first: what it was written from, then what was only near. */
export function describePassages({ decision, sources }: Plan): StoredPassage[] {
  if (!decision) return [];
  const { passages, nearest } = decision;
  const near = nearest.filter(({ passage }) => citationOf(passage, sources).length === 0);
  return [...passages, ...near].map(({ passage, score }) => {
    const [n = null] = citationOf(passage, sources);
    return { ...sourceOf(passage, 0), n, contentHash: passage.article.contentHash, score };
  });
}

/** "Did this help?" A second vote changes the first. @throws AppError when there is no such answer. */
export async function voteOnAnswer(db: Db, answerId: string, { helped, reason }: AnswerVoteInput): Promise<void> {
  const voted = await db
    .update(answers)
    .set({ helped, reason: reason ?? null })
    .where(eq(answers.id, answerId))
    .returning({ id: answers.id });
  if (voted.length === 0) throw new AppError("not_found", "This answer is not kept any more.");
}

/** Forgets answers from before `before`. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.delete(answers).where(lt(answers.createdAt, before));
}
