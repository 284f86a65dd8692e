/** Answers that count against an article: none at all, or disliked. */
import { and, count, desc, eq, gte, isNull, or } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { type Begins, sinceServed } from "./present.ts";

/** Disliked answers that are looked through for what they cite, the newest; a hub that has more has other troubles. */
const DISLIKED_READ = 2000;

/** Questions that were asked on an article and got no answer; what a reader stopped is none. */
export function countUnanswered(db: Db, begins: Begins) {
  const { articleId, verdict, createdAt, stopped } = answers;
  return db
    .select({ articleId, found: count() })
    .from(answers)
    .where(
      and(
        eq(verdict, "unanswered"),
        sinceServed(begins, articleId, createdAt),
        or(isNull(stopped), eq(stopped, false)),
      ),
    )
    .groupBy(articleId);
}

/** An article once for each answer that was disliked and cites it, or was asked on it. */
export async function listDisliked(db: Db, begins: Begins): Promise<string[]> {
  return (await readDisliked(db, begins.since)).flatMap((answer) =>
    articlesOf(answer).filter((id) => answer.createdAt >= (begins.of.get(id) ?? begins.since)),
  );
}

export const readDisliked = (db: Db, since: Date) =>
  db
    .select({
      id: answers.id,
      articleId: answers.articleId,
      verdict: answers.verdict,
      sources: answers.sources,
      createdAt: answers.createdAt,
    })
    .from(answers)
    .where(and(eq(answers.helped, false), gte(answers.createdAt, since)))
    .orderBy(desc(answers.createdAt))
    .limit(DISLIKED_READ);

type Disliked = Pick<Awaited<ReturnType<typeof readDisliked>>[number], "articleId" | "verdict" | "sources">;

/** The articles that a disliked answer counts against: one that was none is counted on its article already. */
export function articlesOf({ articleId, verdict, sources }: Disliked): string[] {
  const ids = new Set(sources.map((source) => source.articleId));
  if (articleId !== null) ids[verdict === "unanswered" ? "delete" : "add"](articleId);
  return [...ids];
}

/** Asked on the article, to its end, and without an answer. */
export const isUnansweredOn = (articleId: string) =>
  and(
    eq(answers.articleId, articleId),
    eq(answers.verdict, "unanswered"),
    or(isNull(answers.stopped), eq(answers.stopped, false)),
  );
