import { and, asc } from "drizzle-orm";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { rowsBehind } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import { inDays } from "./by-day.ts";
import { type FindTopic, topicOf } from "./count-cases.ts";
import type { Cell } from "./csv.ts";
import type { Day } from "./read-span.ts";

/** Rows at most: what a spreadsheet still opens. */
export const CASES_MAX = 100_000;
const AT_ONCE = 1000;
const SUBJECT_MAX = 120;

export const CASE_COLUMNS = [
  "reference",
  "created_at",
  "state",
  "priority",
  "topic",
  "article",
  "email",
  "name",
  "subject",
  "first_reply_at",
  "solved_at",
] as const;

export const countExported = (db: Db, days: Day[]): Promise<number> =>
  db.$count(escalations, and(isCounted(), inDays(escalations.createdAt, days)));

/** Cases of a span, oldest first, a thousand rows at a time: as much is in memory. */
export async function* exportCases(db: Db, findTopic: FindTopic, days: Day[]): AsyncGenerator<Cell[][]> {
  let last: Exported | undefined;
  for (let rows = 0; rows < CASES_MAX; rows += AT_ONCE) {
    const part = await readPart(db, days, last);
    if (part.length > 0) yield part.map((row) => toCells(row, findTopic));
    last = part.at(-1);
    if (part.length < AT_ONCE) return;
  }
}

type Exported = Awaited<ReturnType<typeof readPart>>[number];

function readPart(db: Db, days: Day[], last: { id: string; createdAt: Date } | undefined) {
  const { id, reference, createdAt, state, priority, topicId, articleId, email, name } = escalations;
  const { subject, message, firstReplyAt, solvedAt } = escalations;
  const fields = { id, reference, createdAt, state, priority, topicId, articleId, email, name, subject, message };
  return db
    .select({ ...fields, firstReplyAt, solvedAt })
    .from(escalations)
    .where(
      and(
        isCounted(),
        inDays(createdAt, days),
        last && rowsBehind({ by: last.createdAt, id: last.id }, createdAt, id, "up"),
      ),
    )
    .orderBy(asc(createdAt), asc(id))
    .limit(AT_ONCE);
}

function toCells(row: Exported, findTopic: FindTopic): Cell[] {
  const { reference, createdAt, state, priority, articleId, email, name, firstReplyAt, solvedAt } = row;
  const topic = topicOf(row, findTopic);
  const subject = row.subject ?? row.message.slice(0, SUBJECT_MAX);
  const dates = [firstReplyAt, solvedAt].map((at) => at?.toISOString() ?? null);
  return [reference, createdAt.toISOString(), state, priority, topic, articleId, email, name, subject, ...dates];
}
