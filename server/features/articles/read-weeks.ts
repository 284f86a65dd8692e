import { and, eq, gte, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { utcDay } from "#content/utc-day.ts";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { sumWhere } from "#db/query.ts";
import { articleVersions, voteTallies } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { signals } from "#db/schema/feedback.ts";
import type { Week } from "./articles.schema.ts";
import { WEEKS } from "./articles.values.ts";
import { articlesOf, type Disliked, isUnansweredOn } from "./bad-answers.ts";
import { daysAgo } from "./present.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

const DAYS = 7;
const WEEK_MS = DAYS * DAY_MS;

type Ids = string[];
/** Something that happened to an article. */
type Event = { id: string | null; at: Date };

/** Where the first of the weeks begins. */
export const weeksStart = (now: Date): Date => daysAgo(now, WEEKS * DAYS - 1);

/**
 * What these articles did, all their versions, week by week: the last one ends today. `disliked`: the answers since `weeksStart`.
 * `signs`: only what went wrong is read, and not how many others there were.
 */
export async function readWeeks(
  db: Db,
  ids: Ids,
  now: Date,
  disliked: Disliked[],
  what: "all" | "signs" = "all",
): Promise<Map<string, Week[]>> {
  const since = weeksStart(now);
  const empty = () => Array.from({ length: WEEKS }, (_, week) => emptyWeek(daysAgo(now, (WEEKS - week) * DAYS - 1)));
  const all = new Map(ids.map((id) => [id, empty()]));
  const weekOf = (id: string | null, week: number): Week | undefined => all.get(id ?? "")?.[week];
  const note = (events: Event[], change: (week: Week) => void) => {
    for (const { id, at } of events) {
      const week = weekOf(id, Math.floor((at.getTime() - since.getTime()) / WEEK_MS));
      if (week) change(week);
    }
  };
  const only = (bad: SQL): SQL | undefined => (what === "signs" ? bad : undefined);
  const [voted, signalled, silent, sent, versions] = await Promise.all([
    votesByWeek(db, ids, now, only(eq(voteTallies.answered, false))),
    signalsByWeek(db, ids, now, only(eq(signals.kind, "step_failed"))),
    unanswered(db, ids, since),
    casesOf(db, ids, since),
    laterVersions(db, ids),
  ]);
  for (const { id, week, yes, no } of voted)
    Object.assign(weekOf(id, week) ?? {}, { votes: { hits: no, of: yes + no } });
  for (const { id, week, views, failed } of signalled)
    Object.assign(weekOf(id, week) ?? {}, { views, stepsFailed: failed });
  note([...silent, ...citing(disliked)], (week) => week.answers++);
  note(sent, (week) => week.cases++);
  note(versions, (week) => (week.newVersion = true));
  return all;
}

/** How often something went wrong in a week. */
export const countSigns = (week: Week): number => week.votes.hits + week.stepsFailed + week.answers + week.cases;

const emptyWeek = (from: Date): Week => ({
  from: utcDay(from),
  views: 0,
  votes: { hits: 0, of: 0 },
  stepsFailed: 0,
  answers: 0,
  cases: 0,
  newVersion: false,
});

function votesByWeek(db: Db, ids: Ids, now: Date, fits: SQL | undefined) {
  const { articleId, answered, count, day } = voteTallies;
  const tallies = db
    .select({ id: articleId, week: weekOfDay(day, now).as("week"), answered, count })
    .from(voteTallies)
    .where(and(inArray(articleId, ids), gte(day, utcDay(weeksStart(now))), fits))
    .as("tallies");
  const yes = sumWhere(tallies.count, sql`${tallies.answered}`);
  const no = sumWhere(tallies.count, sql`not ${tallies.answered}`);
  return db
    .select({ id: tallies.id, week: tallies.week, yes, no })
    .from(tallies)
    .groupBy(tallies.id, sql`${tallies.week}`);
}

function signalsByWeek(db: Db, ids: Ids, now: Date, fits: SQL | undefined) {
  const { articleId, count, day, kind } = signals;
  const seen = db
    .select({ id: articleId, week: weekOfDay(day, now).as("week"), kind, count })
    .from(signals)
    .where(and(inArray(articleId, ids), gte(day, utcDay(weeksStart(now))), fits))
    .as("seen");
  const views = sumWhere(seen.count, eq(seen.kind, "view"));
  const failed = sumWhere(seen.count, eq(seen.kind, "step_failed"));
  return db
    .select({ id: seen.id, week: seen.week, views, failed })
    .from(seen)
    .groupBy(seen.id, sql`${seen.week}`);
}

/** Which of the weeks a day is in, 0 the first. */
function weekOfDay(day: SQLiteColumn, now: Date): SQL<number> {
  const later = Array.from({ length: WEEKS - 1 }, (_, back) => {
    const from = utcDay(daysAgo(now, (back + 1) * DAYS - 1));
    return sql`when ${day} >= ${from} then ${sql.raw(String(WEEKS - 1 - back))}`;
  });
  return sql`case ${sql.join(later, sql` `)} else 0 end`.mapWith(Number);
}

/** When one was asked on and gave no answer. */
const unanswered = (db: Db, ids: Ids, since: Date): PromiseLike<Event[]> =>
  db
    .select({ id: answers.articleId, at: answers.createdAt })
    .from(answers)
    .where(and(isUnansweredOn(ids), gte(answers.createdAt, since)));

/** When an answer that cites it was disliked. */
const citing = (disliked: Disliked[]): Event[] =>
  disliked.flatMap((answer) => articlesOf(answer).map((id) => ({ id, at: answer.createdAt })));

async function casesOf(db: Db, ids: Ids, since: Date): Promise<Event[]> {
  const { articleId, createdAt } = escalations;
  const from = await db
    .select({ id: articleId, at: createdAt })
    .from(escalations)
    .where(and(isCounted(), inArray(articleId, ids), gte(createdAt, since)));
  const marked = await db
    .selectDistinct({ id: caseArticles.articleId, caseId: caseArticles.escalationId, at: caseArticles.createdAt })
    .from(caseArticles)
    .innerJoin(escalations, eq(escalations.id, caseArticles.escalationId))
    .where(
      and(
        isCounted(),
        inArray(caseArticles.articleId, ids),
        gte(caseArticles.createdAt, since),
        or(isNull(articleId), ne(articleId, caseArticles.articleId)),
      ),
    );
  const once = new Map(marked.map((mark) => [`${mark.caseId} ${mark.id}`, mark]));
  return [...from, ...once.values()];
}

/** The first one of an article that is known is no change. */
async function laterVersions(db: Db, ids: Ids): Promise<Event[]> {
  const { articleId, firstAt } = articleVersions;
  const rows = await db
    .select({ id: articleId, at: firstAt })
    .from(articleVersions)
    .where(inArray(articleId, ids))
    .orderBy(articleId, firstAt);
  return rows.filter((version, n) => rows[n - 1]?.id === version.id);
}
