import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { AppError } from "#server/core/errors.ts";
import type { AnswerDetail } from "./answers.schema.ts";
import { toAnswerSummary } from "./list-answers.ts";
import { linkArticle, type FindArticle } from "./list-article-votes.ts";

/** One answer with what it was made from, and what has become of that. Throws `not_found`. */
export async function readAnswer(db: Db, findArticle: FindArticle, id: string): Promise<AnswerDetail> {
  const [row] = await db.select().from(answers).where(eq(answers.id, id));
  if (!row) throw new AppError("not_found", "This answer is not kept any more.");
  const thread = await db
    .select({ id: answers.id, question: answers.question })
    .from(answers)
    .where(eq(answers.threadId, row.threadId))
    .orderBy(asc(answers.createdAt), asc(answers.id));
  return { ...toEvidence(row, findArticle), thread };
}

/** A recorded answer with what it was made from, without its thread. */
export function toEvidence(row: typeof answers.$inferSelect, findArticle: FindArticle): Omit<AnswerDetail, "thread"> {
  const { promptTokens, completionTokens, lookedFor, sources, sentences, confidence, model } = row;
  const { firstMs, wholeMs, knowledgeVersion } = row;
  return {
    ...toAnswerSummary(row),
    lookedFor,
    sources,
    sentences,
    confidence,
    model,
    firstMs,
    wholeMs,
    knowledgeVersion,
    article: linkArticle(findArticle, row.articleId),
    passages: (row.passages ?? []).map((passage) => ({
      ...passage,
      now: compareVersion(findArticle, passage.articleId, passage.contentHash),
    })),
    checks: row.checks ?? [],
    usage: promptTokens === null || completionTokens === null ? null : { promptTokens, completionTokens },
  };
}

/** What has become of a version of an article. */
export function compareVersion(findArticle: FindArticle, articleId: string, version: string) {
  const found = findArticle(articleId);
  if (!found) return "gone";
  return found.contentHash === version ? "same" : "changed";
}
