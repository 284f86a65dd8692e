import { and, eq, gte, isNull, not, or, sql } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { sumWhere } from "#db/query.ts";
import { articleVersions, voteTallies } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { signals } from "#db/schema/feedback.ts";
import type { Week } from "./articles.schema.ts";
import { WEEKS } from "./articles.values.ts";
import { articlesOf, isUnansweredOn, readDisliked } from "./bad-answers.ts";
import { dayOf, daysAgo } from "./present.ts";

const DAYS = 7;

/** What one article did, all its versions, week by week: the last one ends today. */
export async function readWeeks(db: Db, articleId: string, now: Date): Promise<Week[]> {
  const since = daysAgo(now, WEEKS * DAYS - 1);
  const weeks = Array.from({ length: WEEKS }, (_, week) => emptyWeek(daysAgo(now, (WEEKS - week) * DAYS - 1)));
  const at = (moment: string | Date, change: (week: Week) => void) => {
    const days = (Date.parse(dayOf(new Date(moment))) - since.getTime()) / 86_400_000;
    const week = weeks[Math.floor(days / DAYS)];
    if (week) change(week);
  };
  for (const { day, yes, no } of await votesByDay(db, articleId, since))
    at(day, ({ votes }) => {
      votes.hits += no;
      votes.of += yes + no;
    });
  for (const { day, views, failed } of await signalsByDay(db, articleId, since))
    at(day, (week) => {
      week.views += views;
      week.stepsFailed += failed;
    });
  for (const moment of await answerMoments(db, articleId, since)) at(moment, (week) => week.answers++);
  for (const moment of await caseMoments(db, articleId, since)) at(moment, (week) => week.cases++);
  for (const moment of await versionMoments(db, articleId)) at(moment, (week) => (week.newVersion = true));
  return weeks;
}

const emptyWeek = (from: Date): Week => ({
  from: dayOf(from),
  views: 0,
  votes: { hits: 0, of: 0 },
  stepsFailed: 0,
  answers: 0,
  cases: 0,
  newVersion: false,
});

const votesByDay = (db: Db, articleId: string, since: Date) =>
  db
    .select({
      day: voteTallies.day,
      yes: sumWhere(voteTallies.count, sql`${voteTallies.answered}`),
      no: sumWhere(voteTallies.count, sql`not ${voteTallies.answered}`),
    })
    .from(voteTallies)
    .where(and(eq(voteTallies.articleId, articleId), gte(voteTallies.day, dayOf(since))))
    .groupBy(voteTallies.day);

const signalsByDay = (db: Db, articleId: string, since: Date) =>
  db
    .select({
      day: signals.day,
      views: sumWhere(signals.count, eq(signals.kind, "view")),
      failed: sumWhere(signals.count, eq(signals.kind, "step_failed")),
    })
    .from(signals)
    .where(and(eq(signals.articleId, articleId), gte(signals.day, dayOf(since))))
    .groupBy(signals.day);

/** When it was asked on and gave no answer, or an answer that cites it was disliked. */
async function answerMoments(db: Db, articleId: string, since: Date): Promise<Date[]> {
  const unanswered = await db
    .select({ at: answers.createdAt })
    .from(answers)
    .where(and(isUnansweredOn(articleId), gte(answers.createdAt, since)));
  const disliked = (await readDisliked(db, since)).filter((answer) => articlesOf(answer).includes(articleId));
  return [...unanswered.map(({ at }) => at), ...disliked.map(({ createdAt }) => createdAt)];
}

async function caseMoments(db: Db, articleId: string, since: Date): Promise<Date[]> {
  const { createdAt: at } = escalations;
  const from = await db
    .select({ at })
    .from(escalations)
    .where(and(eq(escalations.articleId, articleId), gte(at, since)));
  const marked = await db
    .selectDistinct({ id: caseArticles.escalationId, at: caseArticles.createdAt })
    .from(caseArticles)
    .innerJoin(escalations, eq(escalations.id, caseArticles.escalationId))
    .where(
      and(
        eq(caseArticles.articleId, articleId),
        gte(caseArticles.createdAt, since),
        or(isNull(escalations.articleId), not(eq(escalations.articleId, articleId))),
      ),
    );
  const once = new Map(marked.map((mark) => [mark.id, mark.at]));
  return [...from.map((each) => each.at), ...once.values()];
}

/** The first one that is known is no change. */
async function versionMoments(db: Db, articleId: string): Promise<Date[]> {
  const { firstAt } = articleVersions;
  const rows = await db
    .select({ firstAt })
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(firstAt);
  return rows.slice(1).map((version) => version.firstAt);
}
