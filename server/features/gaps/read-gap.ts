import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import { AppError } from "#server/core/errors.ts";
import { countWeeks } from "./count-weeks.ts";
import { findNearest } from "./find-nearest.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import type { GapDetail } from "./gaps.schema.ts";
import { LEFT_OPEN } from "./group/is-gap.ts";
import { toGapSummary } from "./to-gap-summary.ts";

const PHRASES = 100;
const ANSWERS = 8;

/** A gap with what was asked, what became of that, and what is nearest. @throws AppError "not_found" */
export async function readGap({ db, clock, knowledge }: GapsDeps, id: string): Promise<GapDetail> {
  const [row] = await db.select().from(gaps).where(eq(gaps.id, id));
  if (!row) throw unknownGap();
  const phrases = await db
    .select()
    .from(gapPhrases)
    .where(eq(gapPhrases.gapId, id))
    .orderBy(desc(gapPhrases.count), desc(gapPhrases.lastAt), gapPhrases.id)
    .limit(PHRASES);
  const keys = (wanted: "question" | "search") => phrases.filter(({ kind }) => kind === wanted).map(({ key }) => key);
  const index = knowledge.current();
  return {
    ...toGapSummary(row, index.articles),
    phrases: phrases.map(({ id: phraseId, kind, text, count, lastAt }) => ({
      id: phraseId,
      kind,
      text,
      count,
      lastAt: lastAt.toISOString(),
    })),
    answers: await readAnswers(db, keys("question")),
    nearest: findNearest(
      index,
      phrases.map(({ text }) => text),
    ),
    weeks: await countWeeks({ db, clock }, { questions: keys("question"), searches: keys("search") }),
  };
}

async function readAnswers(db: Db, keys: string[]): Promise<GapDetail["answers"]> {
  if (keys.length === 0) return [];
  const { id, question, verdict, helped, createdAt } = answers;
  const rows = await db
    .select({ id, question, verdict, helped, createdAt })
    .from(answers)
    .where(and(inArray(answers.questionKey, keys), LEFT_OPEN))
    .orderBy(desc(createdAt), desc(id))
    .limit(ANSWERS);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export const unknownGap = (): AppError =>
  new AppError("not_found", "There is no such gap any more. It was merged into another one, or its time is up.");
