import { setImmediate as othersGo } from "node:timers/promises";
import { and, gte, lt, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Day } from "./read-span.ts";

/** Days that are read at once. On SQLite nothing else runs meanwhile, so it must not take long. */
const AT_ONCE = 4;

/** Reads each day by a query of its own, which is quicker than grouping a million rows; others are served in between. */
export async function readByDay<T>(days: Day[], read: (day: Day) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < days.length; at += AT_ONCE) {
    found.push(...(await Promise.all(days.slice(at, at + AT_ONCE).map(read))));
    await othersGo();
  }
  return found;
}

/** Rows of whole days, which stand one after another. */
export const inDays = (moment: SQLiteColumn, days: Day[]): SQL | undefined =>
  and(gte(moment, days[0]?.from), lt(moment, days.at(-1)?.to));
