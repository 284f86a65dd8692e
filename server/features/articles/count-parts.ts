/** What all articles are judged by: over the window, and of the versions that are served. */
import { and, count, countDistinct, eq, isNull, ne, or } from "drizzle-orm";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { ArticleParts } from "./articles.schema.ts";
import { countUnanswered, type Disliked, listDisliked, readDisliked } from "./bad-answers.ts";
import { type Begins, type Present, readBegins, sinceServed } from "./present.ts";
import { sumSignals, sumVotes } from "./sum-days.ts";

/**
 * Every article that is served has its parts, whether or not anybody said anything of it. `disliked`: who has read those
 * answers already, for longer than since then, hands them in.
 */
export async function countParts(
  db: Db,
  present: Present,
  since: Date,
  disliked?: Disliked[],
): Promise<Map<string, ArticleParts>> {
  const parts = new Map([...present.keys()].map((id) => [id, noParts()]));
  const add = (articleId: string | null, change: (of: ArticleParts) => void) => {
    const of = articleId === null ? undefined : parts.get(articleId);
    if (of) change(of);
  };
  const isServed = (row: { articleId: string; contentHash: string }) =>
    present.get(row.articleId)?.contentHash === row.contentHash;
  const begins = await readBegins(db, present, since);
  const [voted, signalled, unanswered, bad, sent, marked] = await Promise.all([
    sumVotes(db, since, present),
    sumSignals(db, since, present),
    countUnanswered(db, begins),
    disliked ?? readDisliked(db, since),
    countCases(db, begins),
    countMarked(db, begins),
  ]);
  for (const { articleId, yes, no } of voted.filter(isServed))
    add(articleId, (of) => (of.votes = { hits: no, of: yes + no }));
  for (const { articleId, views, done, failed } of signalled.filter(isServed))
    add(articleId, (of) => Object.assign(of, { views, steps: { hits: failed, of: done + failed } }));
  for (const { articleId, found } of unanswered) add(articleId, (of) => (of.answers += found));
  for (const articleId of listDisliked(bad, begins)) add(articleId, (of) => of.answers++);
  for (const { articleId, found } of [...sent, ...marked]) add(articleId, (of) => (of.cases += found));
  return parts;
}

const noParts = (): ArticleParts => ({
  views: 0,
  votes: { hits: 0, of: 0 },
  steps: { hits: 0, of: 0 },
  answers: 0,
  cases: 0,
});

function countCases(db: Db, begins: Begins) {
  const { articleId, createdAt } = escalations;
  return db
    .select({ articleId, found: count() })
    .from(escalations)
    .where(and(isCounted(), sinceServed(begins, articleId, createdAt)))
    .groupBy(articleId);
}

/** Cases that were answered with an article, or that it should have answered; not those that came from it. */
function countMarked(db: Db, begins: Begins) {
  const { articleId, createdAt, escalationId } = caseArticles;
  return db
    .select({ articleId, found: countDistinct(escalationId) })
    .from(caseArticles)
    .innerJoin(escalations, eq(escalations.id, escalationId))
    .where(
      and(
        isCounted(),
        sinceServed(begins, articleId, createdAt),
        or(isNull(escalations.articleId), ne(escalations.articleId, articleId)),
      ),
    )
    .groupBy(articleId);
}
