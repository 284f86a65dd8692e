import { and, eq, gte, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
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
import { dayOf, daysAgo } from "./present.ts";

const DAYS = 7;

type Ids = string[];
/** Something that happened to an article, at a moment or on a day. */
type Event<More = unknown> = { id: string | null; at: Date | string } & More;

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
  const note = <More>(events: Event<More>[], change: (week: Week, event: Event<More>) => void) => {
    for (const event of events) {
      const day = typeof event.at === "string" ? event.at : dayOf(event.at);
      const days = (Date.parse(day) - since.getTime()) / 86_400_000;
      const week = all.get(event.id ?? "")?.[Math.floor(days / DAYS)];
      if (week) change(week, event);
    }
  };
  const only = (bad: SQL): SQL | undefined => (what === "signs" ? bad : undefined);
  const [voted, signalled, silent, sent, versions] = await Promise.all([
    votesByDay(db, ids, since, only(eq(voteTallies.answered, false))),
    signalsByDay(db, ids, since, only(eq(signals.kind, "step_failed"))),
    unanswered(db, ids, since),
    casesOf(db, ids, since),
    laterVersions(db, ids),
  ]);
  note(voted, ({ votes }, { yes, no }) => {
    votes.hits += no;
    votes.of += yes + no;
  });
  note(signalled, (week, { views, failed }) => {
    week.views += views;
    week.stepsFailed += failed;
  });
  note([...silent, ...citing(disliked)], (week) => week.answers++);
  note(sent, (week) => week.cases++);
  note(versions, (week) => (week.newVersion = true));
  return all;
}

/** How often something went wrong in a week. */
export const countSigns = (week: Week): number => week.votes.hits + week.stepsFailed + week.answers + week.cases;

const emptyWeek = (from: Date): Week => ({
  from: dayOf(from),
  views: 0,
  votes: { hits: 0, of: 0 },
  stepsFailed: 0,
  answers: 0,
  cases: 0,
  newVersion: false,
});

const votesByDay = (db: Db, ids: Ids, since: Date, fits: SQL | undefined) =>
  db
    .select({
      id: voteTallies.articleId,
      at: voteTallies.day,
      yes: sumWhere(voteTallies.count, sql`${voteTallies.answered}`),
      no: sumWhere(voteTallies.count, sql`not ${voteTallies.answered}`),
    })
    .from(voteTallies)
    .where(and(inArray(voteTallies.articleId, ids), gte(voteTallies.day, dayOf(since)), fits))
    .groupBy(voteTallies.day, voteTallies.articleId);

const signalsByDay = (db: Db, ids: Ids, since: Date, fits: SQL | undefined) =>
  db
    .select({
      id: signals.articleId,
      at: signals.day,
      views: sumWhere(signals.count, eq(signals.kind, "view")),
      failed: sumWhere(signals.count, eq(signals.kind, "step_failed")),
    })
    .from(signals)
    .where(and(inArray(signals.articleId, ids), gte(signals.day, dayOf(since)), fits))
    .groupBy(signals.day, signals.articleId);

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
    .where(and(inArray(articleId, ids), gte(createdAt, since)));
  const marked = await db
    .selectDistinct({ id: caseArticles.articleId, caseId: caseArticles.escalationId, at: caseArticles.createdAt })
    .from(caseArticles)
    .innerJoin(escalations, eq(escalations.id, caseArticles.escalationId))
    .where(
      and(
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
