import { eq, lt } from "drizzle-orm";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { redactText } from "#server/core/redact.ts";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import type { Answer, AnswerVoteInput } from "./ask.schema.ts";

type AnswerRecord = Omit<Answer, "thread" | "nearest"> & {
  threadId: string;
  /** The visitor's id; null without a cookie. */
  visitorKey: string | null;
  question: string;
  articleId: string | null;
};

/** Keeps what was asked, without addresses and long numbers, and what was answered. */
export async function recordAnswer(
  db: Db,
  clock: Clock,
  { answerId, question, ...answer }: AnswerRecord,
): Promise<void> {
  const redacted = redactText(question);
  const questionKey = redacted.toLowerCase().replace(/\s+/g, " ").trim();
  await db.insert(answers).values({ ...answer, id: answerId, question: redacted, questionKey, createdAt: clock.now() });
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
