import { and, count } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { inDays, readByDay } from "./by-day.ts";
import type { Day } from "./read-span.ts";
import type { TopicCount } from "./reports.schema.ts";

/** The topic of an article, by its id, as far as there still is one. */
export type FindTopic = (articleId: string) => string | undefined;

export const countCases = (db: Db, days: Day[]): Promise<{ date: string; cases: number }[]> =>
  readByDay(days, async (day) => ({
    date: day.date,
    cases: await db.$count(escalations, and(isCounted(), inDays(escalations.createdAt, [day]))),
  }));

type Named = { topics: Pick<Hub["topics"][number], "id" | "title">[]; findTopic: FindTopic };

/** Cases a topic, most first. `before` null: not counted. */
export async function countTopics(db: Db, named: Named, days: Day[], before: Day[] | null): Promise<TopicCount[]> {
  const now = await countByTopic(db, named.findTopic, days);
  const earlier = before && (await countByTopic(db, named.findTopic, before));
  const ids = new Set([...named.topics.map(({ id }) => id), ...now.keys(), ...(earlier?.keys() ?? [])]);
  const titles = new Map<string | null, string>(named.topics.map(({ id, title }) => [id, title]));
  return [...ids]
    .map((topicId) => ({
      topicId,
      title: topicId === null ? "No topic" : (titles.get(topicId) ?? topicId),
      cases: now.get(topicId) ?? 0,
      before: earlier && (earlier.get(topicId) ?? 0),
    }))
    .toSorted((a, b) => b.cases - a.cases || (b.before ?? 0) - (a.before ?? 0) || a.title.localeCompare(b.title));
}

type About = Pick<typeof escalations.$inferSelect, "topicId" | "articleId">;

/** The topic that the customer named, else the one of the article that they came from. */
export const topicOf = ({ topicId, articleId }: About, findTopic: FindTopic): string | null =>
  topicId ?? (articleId === null ? null : (findTopic(articleId) ?? null));

async function countByTopic(db: Db, findTopic: FindTopic, days: Day[]): Promise<Map<string | null, number>> {
  const { topicId, articleId, createdAt } = escalations;
  const rows = await db
    .select({ topicId, articleId, cases: count() })
    .from(escalations)
    .where(and(isCounted(), inDays(createdAt, days)))
    .groupBy(topicId, articleId);
  const found = new Map<string | null, number>();
  for (const row of rows) {
    const topic = topicOf(row, findTopic);
    found.set(topic, (found.get(topic) ?? 0) + row.cases);
  }
  return found;
}
