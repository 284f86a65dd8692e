import { and, gte, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { spanIndex } from "#db/query.ts";
import type { Day } from "./read-span.ts";

/** Days that one query counts. On SQLite nothing else runs meanwhile, so it must not take long. */
const AT_ONCE = 7;

/** What a query needs to count a few days: the day's index to group by, and the rows that are meant. */
export type DaysPart = { days: Day[]; index: SQL<number>; within: SQL | undefined };

/** Days in parts, one query each; a day without rows comes back from no query, and is `none`. */
export async function countByDay<Counts extends object>(
  days: Day[],
  moment: SQLiteColumn,
  none: Counts,
  count: (part: DaysPart) => Promise<({ day: number } & Counts)[]>,
): Promise<({ date: string } & Counts)[]> {
  const counted: ({ date: string } & Counts)[] = [];
  for (const part of partsOf(days)) {
    const rows = await count({
      days: part,
      index: spanIndex(
        moment,
        part.map(({ to }) => to),
      ),
      within: inDays(moment, part),
    });
    const found = new Map(rows.map(({ day, ...counts }) => [day, counts]));
    for (const [at, { date }] of part.entries()) counted.push({ date, ...none, ...found.get(at) });
  }
  return counted;
}

/** Rows of whole days, which stand one after another. */
export const inDays = (moment: SQLiteColumn, days: Day[]): SQL | undefined =>
  and(gte(moment, days[0]?.from), lt(moment, days.at(-1)?.to));

export function partsOf(days: Day[]): Day[][] {
  const parts: Day[][] = [];
  for (let at = 0; at < days.length; at += AT_ONCE) parts.push(days.slice(at, at + AT_ONCE));
  return parts;
}
