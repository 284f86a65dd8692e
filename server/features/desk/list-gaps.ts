import { and, count, desc, eq, isNull, max, ne, or, sum } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers, searches } from "#db/schema/ask.ts";
import type { GapList } from "./desk.schema.ts";

const SHOWN = 100;

/** What people looked for and the articles do not have, the most frequent hundred of each kind. */
export async function listGaps(db: Db): Promise<GapList> {
  const total = sum(searches.count);
  const searched = await db
    .select({ text: searches.text, total, lastAt: max(searches.lastAt) })
    .from(searches)
    .groupBy(searches.text)
    .orderBy(desc(total), searches.text)
    .limit(SHOWN);
  const asked = await db
    .select({ text: max(answers.question), verdict: answers.verdict, total: count(), lastAt: max(answers.createdAt) })
    .from(answers)
    // what a reader stopped is no answer in part
    .where(and(ne(answers.verdict, "answered"), or(isNull(answers.stopped), eq(answers.stopped, false))))
    .groupBy(answers.questionKey, answers.verdict)
    .orderBy(desc(count()), answers.questionKey)
    .limit(SHOWN);
  return {
    searches: searched.map((row) => ({ text: row.text, count: Number(row.total), lastAt: toIso(row.lastAt) })),
    questions: asked.map(({ text, verdict, total: times, lastAt }) => ({
      text: text ?? "",
      verdict,
      count: times,
      lastAt: toIso(lastAt),
    })),
  };
}

/** A group has at least one row, so its latest date is there. */
const toIso = (date: Date | null): string => (date ?? new Date(0)).toISOString();
