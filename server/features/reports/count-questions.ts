import { and, count, eq, gte, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { countWhere, notTrue } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";
import { inDays, readByDay } from "./by-day.ts";
import type { Day } from "./read-span.ts";
import type { QuestionCounts } from "./reports.schema.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

const NONE: QuestionCounts = {
  asked: 0,
  answered: 0,
  partial: 0,
  confirmed: 0,
  disliked: 0,
  wentOn: 0,
  early: 0,
  abandoned: 0,
};

/** What was asked on each day, and what became of it; reports.values.ts says what each figure means. */
export function countQuestions(db: Db, days: Day[], now: Date): Promise<(QuestionCounts & { date: string })[]> {
  const { verdict, helped, wentOn, createdAt } = answers;
  const aDayAgo = new Date(now.getTime() - DAY_MS);
  const silent = and(isNull(helped), notTrue(wentOn));
  const counts = {
    asked: count(),
    answered: countWhere(inArray(verdict, ["answered", "partial"])),
    partial: countWhere(eq(verdict, "partial")),
    confirmed: countWhere(eq(helped, true)),
    disliked: countWhere(eq(helped, false)),
    wentOn: countWhere(and(isNull(helped), eq(wentOn, true))),
    early: countWhere(and(silent, gte(createdAt, aDayAgo))),
    abandoned: countWhere(and(silent, lt(createdAt, aDayAgo))),
  };
  return readByDay(days, async (day) => {
    const [counted = NONE] = await db
      .select(counts)
      .from(answers)
      .where(inDays(createdAt, [day]));
    return { date: day.date, ...counted };
  });
}

/** All days together. */
export function sumQuestions(days: QuestionCounts[]): QuestionCounts {
  const total = { ...NONE };
  for (const each of days) for (const name of Object.keys(NONE) as (keyof QuestionCounts)[]) total[name] += each[name];
  return total;
}
