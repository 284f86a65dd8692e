import { desc, eq } from "drizzle-orm";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Db } from "#db/database.ts";
import { articleVersions } from "#db/schema/articles.ts";
import { windowStart } from "./present.ts";
import type { Work } from "./read-work.ts";

/** Since when the served version has been served, and the version that a fix by it is measured against: null where there is none. */
export type Versions = { servedSince: Date | null; brokenHash: string | null };

/**
 * The version that staff began to work on, when it is not the one that is served any more. Where nobody noted one: the one
 * before, when the article changed within the window that the score looks at.
 */
export async function findBroken(
  db: Db,
  { id, contentHash }: KnowledgeArticle,
  work: Work | undefined,
  now: Date,
): Promise<Versions> {
  const versions = await db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, id))
    .orderBy(desc(articleVersions.firstAt));
  const servedSince = versions.find((version) => version.contentHash === contentHash)?.firstAt ?? null;
  if (work?.brokenHash) return { servedSince, brokenHash: work.brokenHash === contentHash ? null : work.brokenHash };
  const changedLately = servedSince !== null && servedSince >= windowStart(now);
  const before = versions.find((version) => servedSince !== null && version.firstAt < servedSince);
  return { servedSince, brokenHash: changedLately ? (before?.contentHash ?? null) : null };
}
