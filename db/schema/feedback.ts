import { sql } from "drizzle-orm";
import { bool, index, instant, int, oneOf, str, table, uniqueIndex } from "../columns.ts";

/** One vote a visitor and article; a second one changes the first. */
export const votes = table(
  "votes",
  {
    id: str().primaryKey(),
    visitorId: str().notNull(),
    articleId: str().notNull(),
    /** Version of the article that was voted on. */
    contentHash: str(),
    answered: bool().notNull(),
    reason: str(),
    comment: str(),
    email: str(),
    /** Of the page that it was cast on; null: the hub's first. */
    language: str(),
    /** When the address was told that the article is mended. */
    toldAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (vote) => [
    uniqueIndex("votes_visitor_article").on(vote.visitorId, vote.articleId),
    index("votes_article").on(vote.articleId, vote.updatedAt),
    index("votes_updated").on(vote.updatedAt),
    index("votes_article_email").on(vote.articleId, vote.email),
    index("votes_email").on(sql`lower(${vote.email})`),
  ],
);

/** Anonymous counts a day (YYYY-MM-DD, UTC). `stepId` is "" for a view: a unique index takes nulls for different. */
export const signals = table(
  "signals",
  {
    day: str().notNull(),
    kind: oneOf(["view", "step_done", "step_failed"]).notNull(),
    articleId: str().notNull(),
    stepId: str().notNull(),
    contentHash: str().notNull(),
    count: int().notNull(),
  },
  (signal) => [
    uniqueIndex("signals_whole").on(signal.articleId, signal.day, signal.kind, signal.stepId, signal.contentHash),
    index("signals_day").on(signal.day, signal.articleId, signal.contentHash, signal.kind, signal.count),
  ],
);
