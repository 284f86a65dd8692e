import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { sumWhere } from "#db/query.ts";
import { articleVersions, voteTallies } from "#db/schema/articles.ts";
import { signals } from "#db/schema/feedback.ts";
import type { ArticleFix, Share } from "./articles.schema.ts";
import type { Work } from "./read-work.ts";
import { newcombe } from "./wilson.ts";

/** What became of the rate of "No" and of failed steps: the version before the fix, against that which fixed it and all later ones. */
export async function measureFix(db: Db, work: Work, servedHash: string): Promise<ArticleFix | null> {
  const { articleId, brokenHash, fixedHash } = work;
  if (work.state !== "fixed" || !brokenHash || !fixedHash) return null;
  const later = await listLaterVersions(db, articleId, fixedHash);
  const isAfter = (hash: string) => hash !== brokenHash && later.has(hash);
  const votes = await votesByVersion(db, articleId);
  const steps = await stepsByVersion(db, articleId);
  const measured = (all: (Share & { contentHash: string })[]) =>
    compareShares(
      addUp(all.filter(({ contentHash }) => contentHash === brokenHash)),
      addUp(all.filter(({ contentHash }) => isAfter(contentHash))),
    );
  return { votes: measured(votes), steps: measured(steps), served: servedHash !== brokenHash };
}

/** As long as the interval of the difference holds both better and worse, it is too early to say. */
export function compareShares(before: Share, after: Share): ArticleFix["votes"] {
  const difference = newcombe(before, after);
  const better = difference.high < 0;
  const worse = difference.low > 0;
  return { before, after, difference, says: better ? "better" : worse ? "worse" : "too_early" };
}

const addUp = (shares: Share[]): Share =>
  shares.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), { hits: 0, of: 0 });

async function listLaterVersions(db: Db, articleId: string, fixedHash: string): Promise<Set<string>> {
  const versions = await db.select().from(articleVersions).where(eq(articleVersions.articleId, articleId));
  const fixed = versions.find(({ contentHash }) => contentHash === fixedHash);
  const later = versions.filter(({ firstAt }) => fixed && firstAt >= fixed.firstAt);
  return new Set([fixedHash, ...later.map(({ contentHash }) => contentHash)]);
}

async function votesByVersion(db: Db, articleId: string) {
  const { contentHash, answered, count } = voteTallies;
  return db
    .select({ contentHash, hits: sumWhere(count, sql`not ${answered}`), of: sumWhere(count, sql`true`) })
    .from(voteTallies)
    .where(eq(voteTallies.articleId, articleId))
    .groupBy(contentHash);
}

async function stepsByVersion(db: Db, articleId: string) {
  const { contentHash, kind, count } = signals;
  return db
    .select({
      contentHash,
      hits: sumWhere(count, eq(kind, "step_failed")),
      of: sumWhere(count, sql`${kind} <> 'view'`),
    })
    .from(signals)
    .where(eq(signals.articleId, articleId))
    .groupBy(contentHash);
}
