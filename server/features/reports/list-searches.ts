import { and, desc, eq, sum } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { searches } from "#db/schema/ask.ts";
import { inDays } from "./by-day.ts";
import type { Day } from "./read-span.ts";

/** Searches are counted a text and UTC day; each count is taken on the day on which it last grew. */
const without = (days: Day[]) => and(inDays(searches.lastAt, days), eq(searches.results, 0));

/** Searches that found nothing, all together. */
export async function countSearches(db: Db, days: Day[]): Promise<number> {
  const [found] = await db
    .select({ total: sum(searches.count) })
    .from(searches)
    .where(without(days));
  return Number(found?.total ?? 0);
}

/** The same by what was typed, the most frequent first. */
export async function listSearches(db: Db, days: Day[], most: number): Promise<{ text: string; times: number }[]> {
  const total = sum(searches.count);
  const rows = await db
    .select({ text: searches.text, total })
    .from(searches)
    .where(without(days))
    .groupBy(searches.text)
    .orderBy(desc(total), searches.text)
    .limit(most);
  return rows.map(({ text, total: times }) => ({ text, times: Number(times) }));
}
