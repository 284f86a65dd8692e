import { and, desc, eq, lt } from "drizzle-orm";
import { AppError } from "#server/core/errors.ts";
import { askProblemWords as t } from "./ask-problems.words.ts";
import { hashSecret, newSecret } from "#server/core/ids.ts";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";

/** A question and what was answered, as they were recorded. */
export type Turn = { question: string; text: string };

/** `secret` is the browser's only; the database knows its hash. */
export type Thread = { secret: string; id: string; turns: Turn[] };

const TURNS_AT_MOST = 30;
const TURNS_READ = 3;

/**
 * The thread that a follow-up belongs to, with its last turns, oldest first; a new one where there is none.
 * @throws AppError "thread_full" after thirty questions
 */
export async function openThread(db: Db, secret: string | undefined): Promise<Thread> {
  if (!secret) return newThread();
  const id = hashSecret(secret);
  const turns = await readTurns(db, id);
  if (turns.length === 0) return newThread();
  if ((await db.$count(answers, eq(answers.threadId, id))) >= TURNS_AT_MOST)
    throw new AppError("thread_full", t.full(TURNS_AT_MOST));
  return { secret, id, turns };
}

/** The last turns of a thread, those before `before` where it is given; oldest first. */
export async function readTurns(db: Db, threadId: string, before?: Date): Promise<Turn[]> {
  const rows = await db
    .select({ question: answers.question, sentences: answers.sentences })
    .from(answers)
    .where(and(eq(answers.threadId, threadId), before && lt(answers.createdAt, before)))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(TURNS_READ);
  return rows.toReversed().map(({ question, sentences }) => ({
    question,
    text: sentences.map(({ text }) => text).join(" "),
  }));
}

export function newThread(): Thread {
  const secret = newSecret();
  return { secret, id: hashSecret(secret), turns: [] };
}
