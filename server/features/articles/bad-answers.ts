/** Answers that count against an article: none at all, or disliked. */
import { and, count, desc, eq, gte, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { notTrue } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";
import { type Begins, sinceServed } from "./present.ts";

/** Disliked answers that are looked through for what they cite, the newest; a hub that has more has other troubles. */
const DISLIKED_READ = 2000;

/** Asked to its end, and without an answer. */
const IS_UNANSWERED = and(eq(answers.verdict, "unanswered"), notTrue(answers.stopped));

/** Questions that were asked on an article and got no answer; what a reader stopped is none. */
export function countUnanswered(db: Db, begins: Begins) {
  const { articleId, createdAt } = answers;
  return db
    .select({ articleId, found: count() })
    .from(answers)
    .where(and(IS_UNANSWERED, sinceServed(begins, articleId, createdAt)))
    .groupBy(articleId);
}

/** An article once for each answer that was disliked and cites it, or was asked on it. */
export const listDisliked = (disliked: Disliked[], begins: Begins): string[] =>
  disliked
    .filter(({ createdAt }) => createdAt >= begins.since)
    .flatMap((answer) => articlesOf(answer).filter((id) => answer.createdAt >= (begins.of.get(id) ?? begins.since)));

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

export type Disliked = Awaited<ReturnType<typeof readDisliked>>[number];

/** The articles that a disliked answer counts against: one that was none is counted on its article already. */
export function articlesOf({ articleId, verdict, sources }: Disliked): string[] {
  const ids = new Set(sources.map((source) => source.articleId));
  if (articleId !== null) ids[verdict === "unanswered" ? "delete" : "add"](articleId);
  return [...ids];
}

export const isUnansweredOn = (ids: string[]) => and(inArray(answers.articleId, ids), IS_UNANSWERED);
