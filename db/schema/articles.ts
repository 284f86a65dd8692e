/** What articles did for their readers, and what is done about those that did not help. */
import { bool, index, instant, int, oneOf, real, str, table, uniqueIndex } from "../columns.ts";

/** When a version of an article was first served. */
export const articleVersions = table(
  "article_versions",
  { articleId: str().notNull(), contentHash: str().notNull(), firstAt: instant().notNull() },
  (version) => [uniqueIndex("article_versions_whole").on(version.articleId, version.contentHash)],
);

/** Votes counted a day (YYYY-MM-DD, UTC), version, answer and reason, in the transaction that casts them. `reason` is "" for none. */
export const voteTallies = table(
  "vote_tallies",
  {
    articleId: str().notNull(),
    contentHash: str().notNull(),
    day: str().notNull(),
    answered: bool().notNull(),
    reason: str().notNull(),
    count: int().notNull(),
  },
  (tally) => [
    uniqueIndex("vote_tallies_whole").on(tally.articleId, tally.contentHash, tally.day, tally.answered, tally.reason),
    // With all that the list of weak articles reads: it never looks at the rows themselves.
    index("vote_tallies_day").on(tally.day, tally.articleId, tally.contentHash, tally.answered, tally.count),
    // the weeks of the articles on one page of it
    index("vote_tallies_article").on(tally.articleId, tally.answered, tally.day, tally.count),
  ],
);

/** What staff do about a weak article; no row is "to look at". */
export const articleWork = table("article_work", {
  articleId: str().primaryKey(),
  state: oneOf(["to_look_at", "in_work", "fixed", "dismissed"]).notNull(),
  ownerId: str(),
  note: str(),
  /** The version that the fix is measured against, and the one that fixes it. */
  brokenHash: str(),
  fixedHash: str(),
  fixedAt: instant(),
  /** The next version that is served is the one that fixes it. */
  awaitsVersion: bool().notNull(),
  /** How many people it let down when it was dismissed: what it comes back by. */
  dismissedHarm: real(),
  version: int().notNull(),
  updatedAt: instant().notNull(),
});
