import { and, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { utcDay } from "#content/utc-day.ts";
import type { Db } from "#db/database.ts";
import { articleVersions } from "#db/schema/articles.ts";
import { WINDOW_DAYS } from "./articles.values.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

/** The articles that are served, by id. */
export type Present = ReadonlyMap<string, KnowledgeArticle>;

/** The first moment of the day (UTC) that began so many days ago; 0: of today. */
export const daysAgo = (now: Date, days: number): Date => new Date(Date.parse(utcDay(now)) - days * DAY_MS);

/** Where what the score looks at begins. */
export const windowStart = (now: Date): Date => daysAgo(now, WINDOW_DAYS - 1);

/** From when on something counts against the version that is served: since the window began, or since that version was. */
export type Begins = { since: Date; of: ReadonlyMap<string, Date> };

export async function readBegins(db: Db, present: Present, since: Date): Promise<Begins> {
  const served = await readServedSince(db, present);
  const begins = [...present.keys()].map((id): [string, Date] => [id, served.get(id) ?? since]);
  return { since, of: new Map(begins.map(([id, at]) => [id, at > since ? at : since])) };
}

/** What happened to an article that is served since it counts. Builds are few: articles are taken together by theirs. */
export function sinceServed({ since, of }: Begins, articleId: SQLiteColumn, at: SQLiteColumn): SQL | undefined {
  const together = Map.groupBy(of.keys(), (id) => of.get(id)?.getTime() ?? 0);
  const groups = [...together].map(([from, ids]) => and(gte(at, new Date(from)), inArray(articleId, ids)));
  return and(gte(at, since), groups.length > 0 ? or(...groups) : sql`false`);
}

/** When the versions that are served were first served, as far as that was noted. */
async function readServedSince(db: Db, present: Present): Promise<Map<string, Date>> {
  const rows = await db
    .select()
    .from(articleVersions)
    .where(inArray(articleVersions.articleId, [...present.keys()]));
  const served = rows.filter(({ articleId, contentHash }) => present.get(articleId)?.contentHash === contentHash);
  return new Map(served.map(({ articleId, firstAt }) => [articleId, firstAt]));
}
