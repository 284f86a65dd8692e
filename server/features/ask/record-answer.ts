import { and, eq, isNull, lt, ne } from "drizzle-orm";
import { speech } from "#content/words.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { askProblemWords as t } from "./ask-problems.words.ts";
import { redactText, searchKey } from "#server/core/redact.ts";
import type { Db } from "#db/database.ts";
import { deleteBatches } from "#db/delete-batches.ts";
import { answers } from "#db/schema/ask.ts";
import { baseOf } from "#server/knowledge/corpus.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import type { Asked } from "./answer-question.ts";
import type { AnswerEvidence, AnswerVoteInput, SentenceEvent, SentenceRecord } from "./ask.schema.ts";

type AnswerRecord = {
  answerId: string;
  asked: Pick<Asked, "question" | "articleId" | "section" | "languages" | "thread" | "visitorKey">;
  evidence: AnswerEvidence;
  /** Nobody read to its end. */
  stopped: boolean;
  cached: boolean;
};

/** Keeps what was asked, without addresses and long numbers, what was answered, and what that was made from. */
export async function recordAnswer(db: Db, clock: Clock, record: AnswerRecord): Promise<void> {
  const { answerId, asked, evidence, ...more } = record;
  const { lookedFor, checks, usage, ...made } = evidence;
  const question = redactText(asked.question);
  const now = clock.now();
  const row = {
    ...made,
    ...more,
    id: answerId,
    threadId: asked.thread.id,
    visitorKey: asked.visitorKey,
    articleId: asked.articleId ?? null,
    section: asked.section ?? null,
    language: speech().language,
    languages: [...new Set(asked.languages?.map(baseOf))],
    question,
    questionKey: searchKey(lookedFor ?? asked.question),
    lookedFor: lookedFor && redactText(lookedFor),
    sentences: made.sentences.map((said) => (said.citations.length > 0 ? said : redactSentence(said))),
    checks: checks.map((check) => (check.result === "withheld" ? redactCheck(check) : check)),
    promptTokens: usage?.promptTokens ?? null,
    completionTokens: usage?.completionTokens ?? null,
    createdAt: now,
  };
  if (row.verdict === "unanswered" && !row.stopped)
    await db.transaction(async (tx) => {
      await tx.insert(answers).values(row);
      const { id, articleId } = row;
      const data = { answerId: id, question: row.question, articleId, at: now.toISOString() };
      await tellHooks(tx, { type: "answer.unanswered", key: id, data });
    });
  else await db.insert(answers).values(row);
  if (asked.thread.turns.length > 0) await markFollowed(db, asked.thread.id, answerId);
}

/** Marks the earlier answers of a thread: their reader went on to ask. Reports count by it. */
async function markFollowed(db: Db, threadId: string, newest: string): Promise<void> {
  await db
    .update(answers)
    .set({ wentOn: true })
    .where(and(eq(answers.threadId, threadId), ne(answers.id, newest), isNull(answers.wentOn)));
}

/** A sentence that no article says may repeat what the reader typed. */
const redactSentence = <Said extends SentenceEvent>(said: Said): Said => ({ ...said, text: redactText(said.text) });
const redactCheck = ({ what, ...check }: SentenceRecord): SentenceRecord => ({
  ...redactSentence(check),
  ...(what && { what: redactText(what) }),
});

/** "Did this help?" A second vote changes the first. @throws AppError when there is no such answer. */
export async function voteOnAnswer(
  { db, clock }: { db: Db; clock: Clock },
  answerId: string,
  { helped, reason }: AnswerVoteInput,
): Promise<void> {
  const voted = await db
    .update(answers)
    .set({ helped, reason: reason ?? null, votedAt: clock.now() })
    .where(eq(answers.id, answerId))
    .returning({ id: answers.id });
  if (voted.length === 0) throw new AppError("not_found", t.notKept);
}

/** Forgets answers from before `before`. @returns how many */
export const forgetAnswers = (db: Db, before: Date): Promise<number> =>
  deleteBatches(db, { from: answers, key: [answers.id], where: lt(answers.createdAt, before) });
