import { desc, eq } from "drizzle-orm";
import { hashSecret, newSecret } from "#server/core/ids.ts";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";

/** A question and what was answered, as they were recorded. */
export type Turn = { question: string; text: string };

/** `secret` is the browser's only; the database knows its hash. */
export type Thread = { secret: string; id: string; turns: Turn[] };

const TURNS_READ = 3;

/** The thread that a follow-up belongs to, with its last turns, oldest first; a new one where there is none. */
export async function openThread(db: Db, secret: string | undefined): Promise<Thread> {
  if (!secret) return newThread();
  const id = hashSecret(secret);
  const rows = await db
    .select({ question: answers.question, sentences: answers.sentences })
    .from(answers)
    .where(eq(answers.threadId, id))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(TURNS_READ);
  if (rows.length === 0) return newThread();
  const turns = rows.toReversed().map(({ question, sentences }) => ({
    question,
    text: sentences.map(({ text }) => text).join(" "),
  }));
  return { secret, id, turns };
}

export function newThread(): Thread {
  const secret = newSecret();
  return { secret, id: hashSecret(secret), turns: [] };
}
