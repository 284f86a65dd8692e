import { and, desc, eq, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { utcDay } from "#content/utc-day.ts";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { sumWhere } from "#db/query.ts";
import { voteTallies } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import type { ArticleEvidence } from "./articles.schema.ts";
import { articlesOf, type Disliked, isUnansweredOn } from "./bad-answers.ts";
import { wilson } from "./wilson.ts";

const SHOWN = 10;
const COMMENTS = 20;
/** Most votes have no comment: so many of the latest are looked through. */
const VOTES_READ = 2000;
const SUBJECT = 90;

type Looked = {
  article: KnowledgeArticle;
  /** What is counted a version is counted since then. */
  since: Date;
  /** What is not, such as a case, since then: when this version was first served. */
  servedSince: Date;
  /** Disliked answers of the window, and perhaps older ones. */
  disliked: Disliked[];
};

/** What stands behind each number of one article. `withCases`: whether who looks may see cases. */
export async function readEvidence(db: Db, looked: Looked, withCases: boolean): Promise<ArticleEvidence> {
  return {
    reasons: await readReasons(db, looked),
    comments: await readComments(db, looked.article),
    steps: await readSteps(db, looked),
    answers: await readBadAnswers(db, looked),
    cases: withCases ? await readCases(db, looked) : null,
  };
}

async function readReasons(db: Db, { article, since }: Looked): Promise<ArticleEvidence["reasons"]> {
  const { reason, answered, count, articleId, contentHash, day } = voteTallies;
  const rows = await db
    .select({ reason, answered, count: sumWhere(count, sql`true`) })
    .from(voteTallies)
    .where(and(eq(articleId, article.id), eq(contentHash, article.contentHash), gte(day, utcDay(since))))
    .groupBy(reason, answered);
  return rows.filter((row) => row.reason && row.count > 0).toSorted((a, b) => b.count - a.count);
}

async function readComments(db: Db, article: KnowledgeArticle): Promise<ArticleEvidence["comments"]> {
  const { answered, comment, contentHash, updatedAt } = votes;
  const latest = db
    .select({ answered, comment, contentHash, updatedAt })
    .from(votes)
    .where(eq(votes.articleId, article.id))
    .orderBy(desc(updatedAt))
    .limit(VOTES_READ)
    .as("latest");
  const rows = await db
    .select()
    .from(latest)
    .where(isNotNull(latest.comment))
    .orderBy(desc(latest.updatedAt))
    .limit(COMMENTS);
  return rows.flatMap((row) =>
    row.comment
      ? [
          {
            answered: row.answered,
            comment: row.comment,
            at: row.updatedAt.toISOString(),
            sameVersion: row.contentHash === article.contentHash,
          },
        ]
      : [],
  );
}

/** The worst first: by what it is at the least. */
async function readSteps(db: Db, { article, since }: Looked): Promise<ArticleEvidence["steps"]> {
  const { stepId, kind, count, articleId, contentHash, day } = signals;
  const rows = await db
    .select({
      id: stepId,
      done: sumWhere(count, eq(kind, "step_done")),
      failed: sumWhere(count, eq(kind, "step_failed")),
    })
    .from(signals)
    .where(and(eq(articleId, article.id), eq(contentHash, article.contentHash), gte(day, utcDay(since))))
    .groupBy(stepId);
  const titles = new Map(
    article.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "step" ? [[block.id, block.title] as const] : [])),
    ),
  );
  return rows
    .filter(({ failed }) => failed > 0)
    .map(({ id, done, failed }) => {
      const share = { hits: failed, of: done + failed };
      return { id, title: titles.get(id) ?? null, share, low: wilson(share).low };
    })
    .toSorted((a, b) => b.low - a.low);
}

async function readBadAnswers(
  db: Db,
  { article, servedSince: since, ...looked }: Looked,
): Promise<ArticleEvidence["answers"]> {
  const disliked = looked.disliked.filter(
    (answer) => answer.createdAt >= since && articlesOf(answer).includes(article.id),
  );
  const ids = disliked.slice(0, SHOWN).map(({ id }) => id);
  const { id, question, verdict, mode, helped, createdAt } = answers;
  const rows = await db
    .select({ id, question, verdict, mode, helped, createdAt })
    .from(answers)
    .where(or(inArray(id, ids), and(isUnansweredOn([article.id]), gte(createdAt, since))))
    .orderBy(desc(createdAt))
    .limit(SHOWN);
  return rows.map(({ createdAt: at, ...row }) => ({ ...row, at: at.toISOString() }));
}

async function readCases(
  db: Db,
  { article, servedSince: since }: Looked,
): Promise<NonNullable<ArticleEvidence["cases"]>> {
  const { id, reference, subject, message, state, createdAt } = escalations;
  const fields = { id, reference, subject, message, state };
  const from = await db
    .select({ ...fields, at: createdAt })
    .from(escalations)
    .where(and(isCounted(), eq(escalations.articleId, article.id), gte(createdAt, since)))
    .orderBy(desc(createdAt))
    .limit(SHOWN);
  const marked = await db
    .select({ ...fields, at: caseArticles.createdAt, how: caseArticles.how })
    .from(caseArticles)
    .innerJoin(escalations, eq(id, caseArticles.escalationId))
    .where(and(isCounted(), eq(caseArticles.articleId, article.id), gte(caseArticles.createdAt, since)))
    .orderBy(desc(caseArticles.createdAt))
    .limit(SHOWN);
  return [...marked, ...from.map((row) => ({ ...row, how: "from_it" as const }))]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, message: text, subject: named, ...row }) => ({
      ...row,
      subject: named ?? text.replaceAll(/\s+/g, " ").trim().slice(0, SUBJECT),
      at: at.toISOString(),
    }));
}
