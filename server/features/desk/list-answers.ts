import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { containsInsensitive } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";
import type { AnswerList, AnswerQuery, AnswerSummary } from "./answers.schema.ts";
import { cutPage, olderThan, PAGE } from "./pages.ts";

/** Answers, newest first, fifty at a time; `next` leads to the older ones. */
export async function listAnswers(db: Db, { verdict, helped, q, cursor }: AnswerQuery): Promise<AnswerList> {
  const rows = await db
    .select(SUMMARY)
    .from(answers)
    .where(
      and(
        verdict && eq(answers.verdict, verdict),
        helped && eq(answers.helped, helped === "yes"),
        q ? containsInsensitive(answers.question, q) : undefined,
        olderThan(cursor, answers.createdAt, answers.id),
      ),
    )
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(PAGE + 1);
  const { page, next } = cutPage(rows, ({ createdAt }) => createdAt);
  return { answers: page.map(toAnswerSummary), next };
}

const { id, question, articleId, verdict, mode, helped, reason, stopped, cached, createdAt } = answers;
const SUMMARY = { id, question, articleId, verdict, mode, helped, reason, stopped, cached, createdAt };
type Row = Pick<typeof answers.$inferSelect, keyof typeof SUMMARY>;

/** Of a row that may have more. */
export const toAnswerSummary = (row: Row): AnswerSummary => ({
  id: row.id,
  question: row.question,
  articleId: row.articleId,
  verdict: row.verdict,
  mode: row.mode,
  helped: row.helped,
  reason: row.reason,
  stopped: row.stopped ?? false,
  cached: row.cached ?? false,
  createdAt: row.createdAt.toISOString(),
});
