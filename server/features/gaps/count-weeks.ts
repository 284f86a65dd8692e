import { and, gte, inArray, sum } from "drizzle-orm";
import { utcDay } from "#content/utc-day.ts";
import type { Db } from "#db/database.ts";
import { countWhere } from "#db/query.ts";
import { answers, searches } from "#db/schema/ask.ts";
import type { Clock } from "#server/core/clock.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import type { GapDetail } from "./gaps.schema.ts";
import { LEFT_OPEN } from "./group/is-gap.ts";

const WEEKS = 12;
const WEEK_MS = 7 * DAY_MS;

type Keys = { questions: string[]; searches: string[] };

/** How often it was asked and searched for in each of the last twelve weeks, the oldest first. */
export async function countWeeks({ db, clock }: { db: Db; clock: Clock }, keys: Keys): Promise<GapDetail["weeks"]> {
  const now = clock.now().getTime();
  const starts = Array.from({ length: WEEKS }, (_, at) => new Date(now - (WEEKS - at) * WEEK_MS));
  const asked = await countQuestions(db, keys.questions, starts);
  const searched = await countSearches(db, keys.searches, starts);
  return starts.map((from, at) => ({ from: from.toISOString(), count: (asked[at] ?? 0) + (searched[at] ?? 0) }));
}

/** What happened from each start on, less what happened from the next one on. */
const toWeeks = (since: number[]): number[] => since.map((count, at) => count - (since[at + 1] ?? 0));

async function countQuestions(db: Db, keys: string[], starts: Date[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const counted = Object.fromEntries(
    starts.map((start, at) => [`week${at}`, countWhere(gte(answers.createdAt, start))]),
  );
  const [row = {}] = await db
    .select(counted)
    .from(answers)
    .where(and(inArray(answers.questionKey, keys), gte(answers.createdAt, starts[0] ?? new Date(0)), LEFT_OPEN));
  return toWeeks(starts.map((_, at) => row[`week${at}`] ?? 0));
}

async function countSearches(db: Db, keys: string[], starts: Date[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .select({ day: searches.day, count: sum(searches.count) })
    .from(searches)
    .where(and(inArray(searches.text, keys), gte(searches.day, utcDay(starts[0] ?? new Date(0)))))
    .groupBy(searches.day);
  const counts = starts.map(() => 0);
  for (const { day, count } of rows) {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => utcDay(start) <= day),
    );
    counts[at] = (counts[at] ?? 0) + Number(count);
  }
  return counts;
}
