import { sql } from "drizzle-orm";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { utcDay } from "#content/utc-day.ts";
import { signals } from "#db/schema/feedback.ts";
import { type FeedbackDeps, findArticle } from "./cast-vote.ts";
import type { SignalInput } from "./feedback.schema.ts";

/**
 * Adds one to the day's count. Throws AppError "not_found" for an article that there is not; a version or step that is
 * not the article's any more (a tab that stayed open) is not counted, so that nobody can invent rows.
 */
export async function countSignal(
  { db, clock, knowledge }: FeedbackDeps,
  { kind, articleId, stepId = "", contentHash }: SignalInput,
): Promise<void> {
  const article = findArticle(knowledge, articleId);
  if (contentHash !== article.contentHash) return;
  if (stepId && !hasStep(article, stepId)) return;
  const day = utcDay(clock.now());
  await db
    .insert(signals)
    .values({ day, kind, articleId, stepId, contentHash, count: 1 })
    .onConflictDoUpdate({
      target: [signals.articleId, signals.day, signals.kind, signals.stepId, signals.contentHash],
      set: { count: sql`${signals.count} + 1` },
    });
}

const hasStep = (article: KnowledgeArticle, stepId: string): boolean =>
  article.sections.some(({ blocks }) => blocks.some((block) => block.type === "step" && block.id === stepId));
