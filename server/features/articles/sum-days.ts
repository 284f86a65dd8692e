import { and, eq, gte, inArray, sql, type SQLWrapper, sum } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { utcDay } from "#content/utc-day.ts";
import type { Db } from "#db/database.ts";
import { sumWhere } from "#db/query.ts";
import { voteTallies } from "#db/schema/articles.ts";
import { signals } from "#db/schema/feedback.ts";
import type { Present } from "./present.ts";

/** First a day, in the order of an index that has all of it; then all days together. */
export function sumVotes(db: Db, since: Date, present: Present) {
  const { articleId, contentHash, answered, day } = voteTallies;
  const daily = db
    .select({
      articleId,
      contentHash,
      yes: sumWhere(voteTallies.count, sql`${answered}`).as("yes"),
      no: sumWhere(voteTallies.count, sql`not ${answered}`).as("no"),
    })
    .from(voteTallies)
    .where(and(gte(day, utcDay(since)), onlyOf(articleId, present)))
    .groupBy(day, articleId, contentHash)
    .as("daily");
  return db
    .select({ ...versionOf(daily), yes: total(daily.yes), no: total(daily.no) })
    .from(daily)
    .groupBy(daily.articleId, daily.contentHash);
}

export function sumSignals(db: Db, since: Date, present: Present) {
  const { articleId, contentHash, kind, day } = signals;
  const daily = db
    .select({
      articleId,
      contentHash,
      views: sumWhere(signals.count, eq(kind, "view")).as("views"),
      done: sumWhere(signals.count, eq(kind, "step_done")).as("done"),
      failed: sumWhere(signals.count, eq(kind, "step_failed")).as("failed"),
    })
    .from(signals)
    .where(and(gte(day, utcDay(since)), onlyOf(articleId, present)))
    .groupBy(day, articleId, contentHash)
    .as("daily");
  return db
    .select({ ...versionOf(daily), views: total(daily.views), done: total(daily.done), failed: total(daily.failed) })
    .from(daily)
    .groupBy(daily.articleId, daily.contentHash);
}

const versionOf = <Id, Hash>({ articleId, contentHash }: { articleId: Id; contentHash: Hash }) => ({
  articleId,
  contentHash,
});
const total = (daily: SQLWrapper) => sum(daily).mapWith(Number);

/** One article alone is looked up by itself. */
const onlyOf = (articleId: SQLiteColumn, present: Present) =>
  present.size === 1 ? inArray(articleId, [...present.keys()]) : undefined;
