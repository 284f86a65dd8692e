import { and, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { articleVersions, articleWork } from "#db/schema/articles.ts";
import type { Log } from "#server/core/log.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import type { Builds } from "#server/static/builds.ts";
import { fixedEvent } from "./fixed-event.ts";
import type { Present } from "./present.ts";
import { tellAllVoters, type TellDeps } from "./tell-voters.ts";

/** A row has three parameters, and SQLite takes 32,766. */
const ROWS = 1000;

/** Now and at each new build: notes the versions that are served, closes fixes that waited for one, tells who waits to hear of it. */
export async function followBuilds(deps: TellDeps & { log: Log; builds: Pick<Builds, "onBuild"> }): Promise<void> {
  const follow = () =>
    noteBuild(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, "what the new build mends could not be noted now; the next build or start does"),
    );
  deps.builds.onBuild(() => void follow());
  await follow();
}

export async function noteBuild(deps: TellDeps): Promise<void> {
  const served = deps.knowledge.current().articles;
  await noteVersions(deps.db, served, deps.clock.now());
  await closeAwaited(deps.db, served, deps.clock.now());
  await tellAllVoters(deps);
}

async function noteVersions(db: Db, served: Present, firstAt: Date): Promise<void> {
  const rows = [...served.values()].map(({ id, contentHash }) => ({ articleId: id, contentHash, firstAt }));
  for (let at = 0; at < rows.length; at += ROWS)
    await db
      .insert(articleVersions)
      .values(rows.slice(at, at + ROWS))
      .onConflictDoNothing({ target: [articleVersions.articleId, articleVersions.contentHash] });
}

async function closeAwaited(db: Db, served: Present, now: Date): Promise<void> {
  const awaited = await db.select().from(articleWork).where(eq(articleWork.awaitsVersion, true));
  for (const { articleId, brokenHash, version } of awaited) {
    const fixedHash = served.get(articleId)?.contentHash;
    if (!fixedHash || fixedHash === brokenHash) continue;
    const fixed = { state: "fixed" as const, fixedHash, fixedAt: now, awaitsVersion: false, updatedAt: now };
    await db.transaction(async (tx) => {
      const closed = await tx
        .update(articleWork)
        .set({ ...fixed, version: increased(articleWork.version) })
        .where(and(eq(articleWork.articleId, articleId), eq(articleWork.version, version)))
        .returning({ articleId: articleWork.articleId });
      if (closed.length > 0) await tellHooks(tx, fixedEvent(articleId, fixedHash, now));
    });
  }
}
