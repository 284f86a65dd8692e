import { count, desc, isNotNull, sum } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import type { ArticleVotesList } from "./desk.schema.ts";

type ArticleVotes = ArticleVotesList["articles"][number];
/** An article as the build that is served has it, as far as there still is one. */
export type FindArticle = (articleId: string) => { title: string; url: string; contentHash: string } | undefined;

const COMMENTS_READ = 500;
const COMMENTS_SHOWN = 10;

/** Every article that has a vote or a signal, most "no" first. */
export async function listArticleVotes(db: Db, findArticle: FindArticle): Promise<ArticleVotesList> {
  const found = new Map<string, ArticleVotes>();
  const entry = (articleId: string): ArticleVotes => {
    const known = found.get(articleId) ?? emptyEntry(articleId, linkArticle(findArticle, articleId));
    found.set(articleId, known);
    return known;
  };
  await countVotes(db, entry);
  await countSignals(db, entry);
  await addComments(db, entry);
  const articles = [...found.values()].toSorted(
    (a, b) => b.no - a.no || b.stepsFailed - a.stepsFailed || b.views - a.views,
  );
  return { articles };
}

type Entry = (articleId: string) => ArticleVotes;

async function countVotes(db: Db, entry: Entry): Promise<void> {
  const { articleId, answered, reason } = votes;
  const rows = await db
    .select({ articleId, answered, reason, votes: count() })
    .from(votes)
    .groupBy(articleId, answered, reason);
  for (const row of rows) {
    const article = entry(row.articleId);
    article[row.answered ? "yes" : "no"] += row.votes;
    if (row.reason) article.reasons.push({ reason: row.reason, count: row.votes });
  }
}

async function countSignals(db: Db, entry: Entry): Promise<void> {
  const { articleId, kind } = signals;
  const rows = await db
    .select({ articleId, kind, total: sum(signals.count) })
    .from(signals)
    .groupBy(articleId, kind);
  for (const row of rows) {
    if (row.kind === "view") entry(row.articleId).views += Number(row.total);
    if (row.kind === "step_failed") entry(row.articleId).stepsFailed += Number(row.total);
  }
}

async function addComments(db: Db, entry: Entry): Promise<void> {
  const rows = await db
    .select({ articleId: votes.articleId, answered: votes.answered, comment: votes.comment, at: votes.updatedAt })
    .from(votes)
    .where(isNotNull(votes.comment))
    .orderBy(desc(votes.updatedAt))
    .limit(COMMENTS_READ);
  for (const { articleId, answered, comment, at } of rows) {
    const { comments } = entry(articleId);
    if (comment && comments.length < COMMENTS_SHOWN) comments.push({ answered, comment, at: at.toISOString() });
  }
}

/** Its title and address; null when it is gone. */
export function linkArticle(findArticle: FindArticle, id: string | null): ArticleVotes["article"] {
  const found = id === null ? undefined : findArticle(id);
  return found ? { title: found.title, url: found.url } : null;
}

const emptyEntry = (articleId: string, article: ArticleVotes["article"]): ArticleVotes => ({
  articleId,
  article,
  yes: 0,
  no: 0,
  views: 0,
  stepsFailed: 0,
  reasons: [],
  comments: [],
});
