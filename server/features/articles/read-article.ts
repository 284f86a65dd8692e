import { count } from "drizzle-orm";
import { editAddress, editFileAddress } from "#content/article-path.ts";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { votes } from "#db/schema/feedback.ts";
import { AppError } from "#server/core/errors.ts";
import type { ArticleDetail } from "./articles.schema.ts";
import { type Disliked, readDisliked } from "./bad-answers.ts";
import { countParts } from "./count-parts.ts";
import { findBroken } from "./find-broken.ts";
import { isStale } from "./is-stale.ts";
import { type ArticlesDeps, toEntry } from "./list-articles.ts";
import { measureFix } from "./measure-fix.ts";
import { windowStart } from "./present.ts";
import { readEvidence } from "./read-evidence.ts";
import { readWeeks, weeksStart } from "./read-weeks.ts";
import { readWork, toArticleWork, type Work } from "./read-work.ts";
import { isWaiting } from "./tell-voters.ts";

export type ReadDeps = ArticlesDeps & {
  hub: Pick<Hub, "staleAfterDays" | "support" | "product" | "edit" | "languages">;
};

/** One article with what stands behind its numbers. `withCases`: whether who reads may see cases. Throws `not_found`. */
export async function readArticle(deps: ReadDeps, id: string, withCases: boolean): Promise<ArticleDetail> {
  const { db, clock, hub } = deps;
  const now = clock.now();
  const article = findServed(deps, id);
  const work = await readWork(db, id);
  const disliked = await readDisliked(db, weeksStart(now));
  const entry = await rankOne(deps, article, work, disliked);
  const since = windowStart(now);
  const { servedSince, brokenHash } = await findBroken(db, article, work, now);
  const [waiting] = await db.select({ many: count() }).from(votes).where(isWaiting(id));
  return {
    ...entry,
    work: toArticleWork(work, entry.score.harm),
    evidence: await readEvidence(
      db,
      { article, disliked, since, servedSince: servedSince && servedSince > since ? servedSince : since },
      withCases,
    ),
    weeks: (await readWeeks(db, [id], now, disliked)).get(id) ?? [],
    fix: work ? await measureFix(db, work, article.contentHash) : null,
    servedSince: servedSince?.toISOString() ?? null,
    hasChanged: brokenHash !== null,
    waiting: waiting?.many ?? 0,
    updated: article.updated,
    verified: article.verified ?? null,
    editUrl: editAddress(hub, article),
    sharedParts: (article.parts ?? []).map((file) => ({ file, editUrl: editFileAddress(hub, file) })),
  };
}

export function findServed({ knowledge }: ReadDeps, id: string): KnowledgeArticle {
  const article = knowledge.current().articles.get(id);
  if (!article) throw new AppError("not_found", "No article that is served has this address.");
  return article;
}

/** One article as the list has it. */
export async function rankOne(
  { db, clock, hub }: ReadDeps,
  article: KnowledgeArticle,
  work: Work | undefined,
  disliked?: Disliked[],
) {
  const now = clock.now();
  const parts = await countParts(db, new Map([[article.id, article]]), windowStart(now), disliked);
  return toEntry(article, parts.get(article.id), work, isStale(article, hub.staleAfterDays, now));
}
