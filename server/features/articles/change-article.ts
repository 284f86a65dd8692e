import { and, eq } from "drizzle-orm";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Tx } from "#db/database.ts";
import { articleWork } from "#db/schema/articles.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { sayDay } from "#server/core/local-time.ts";
import type { Log } from "#server/core/log.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import type { ArticleChange, ArticleWork } from "./articles.schema.ts";
import { findBroken, type Versions } from "./find-broken.ts";
import { fixedEvent } from "./fixed-event.ts";
import { findServed, rankOne, type ReadDeps } from "./read-article.ts";
import { readWork, toArticleWork, type Work } from "./read-work.ts";
import { tellVoters, type TellDeps } from "./tell-voters.ts";

export type ChangeDeps = ReadDeps & TellDeps & { log: Log };
type Values = Partial<Omit<Work, "articleId" | "ownerName" | "version" | "updatedAt">>;

/**
 * Notes what staff do about an article, unless somebody else did since `version`. Who waits to hear that it is fixed is told.
 * @throws AppError "not_found", "conflict" with the other's `work`, "unprocessable" for a fix without a changed article
 */
export async function changeArticle(
  deps: ChangeDeps,
  staff: Staff,
  id: string,
  change: ArticleChange,
): Promise<ArticleWork> {
  const { db, clock } = deps;
  const article = findServed(deps, id);
  const now = clock.now();
  const before = await readWork(db, id);
  const { harm } = (await rankOne(deps, article, before)).score;
  const values: Values = {
    ...(change.note !== undefined && { note: change.note || null }),
    ...(change.owner && { ownerId: change.owner === "me" ? staff.id : null }),
    ...(change.state &&
      valuesOf(deps, change, { article, versions: await findBroken(db, article, before, now), harm })),
  };
  const kept = await db.transaction(async (tx) => {
    if (!(await keepWork(tx, id, change.version, { ...values, updatedAt: now }))) return false;
    await noteAudit(tx, clock, staff, {
      action: `article.${nameDeed(change)}`,
      objectId: id,
      detail: { title: article.title },
    });
    if (values.state === "fixed") await tellHooks(tx, fixedEvent(id, article.contentHash, now));
    return true;
  });
  const work = await readWork(db, id);
  if (!kept) throw conflict(toArticleWork(work, harm));
  if (work)
    await tellVoters(deps, work).catch((error: unknown) =>
      deps.log.warn({ err: error }, "who waited for a fix could not be told now; the next build or start does"),
    );
  return toArticleWork(work, harm);
}

type Known = { article: KnowledgeArticle; versions: Versions; harm: number };

function valuesOf(
  deps: ChangeDeps,
  { state, awaitsVersion }: ArticleChange,
  { article: { contentHash }, versions, harm }: Known,
): Values {
  const { brokenHash, servedSince } = versions;
  const none = { brokenHash: null, fixedHash: null, fixedAt: null, awaitsVersion: false, dismissedHarm: null };
  if (state === "in_work") return { ...none, state, brokenHash: contentHash };
  if (state === "dismissed") return { ...none, state, dismissedHarm: harm };
  if (state !== "fixed") return { ...none, state };
  // until then readers get what let them down
  if (awaitsVersion) return { ...none, state: "in_work", brokenHash: contentHash, awaitsVersion: true };
  if (!brokenHash) throw unchanged(deps, versions);
  return { ...none, state, brokenHash, fixedHash: contentHash, fixedAt: servedSince ?? deps.clock.now() };
}

/** @returns false when the stored version is another one */
async function keepWork(
  tx: Tx,
  articleId: string,
  version: number,
  values: Values & { updatedAt: Date },
): Promise<boolean> {
  if (version === 0) {
    const row = { state: "to_look_at" as const, awaitsVersion: false, ...values, articleId, version: 1 };
    return (
      (await tx.insert(articleWork).values(row).onConflictDoNothing({ target: articleWork.articleId }).returning())
        .length > 0
    );
  }
  const changed = await tx
    .update(articleWork)
    .set({ ...values, version: version + 1 })
    .where(and(eq(articleWork.articleId, articleId), eq(articleWork.version, version)))
    .returning({ articleId: articleWork.articleId });
  return changed.length > 0;
}

const nameDeed = ({ state, awaitsVersion, owner, note }: ArticleChange): string => {
  if (state) return state === "fixed" && awaitsVersion ? "awaits_version" : state;
  if (owner) return owner === "me" ? "taken" : "given_back";
  return note === undefined ? "touched" : "noted";
};

function unchanged({ hub, clock }: ChangeDeps, { servedSince }: Versions): AppError {
  const since = servedSince ? ` since ${sayDay(servedSince, clock.now(), hub.support.timeZone)}` : "";
  return new AppError(
    "unprocessable",
    `The article has not changed${since}: readers still get the version that let them down. Change it, or say that the next version fixes it.`,
  );
}

const conflict = (work: ArticleWork): AppError =>
  new AppError("conflict", "Somebody else changed this meanwhile. It is shown as it is now.", { extra: { work } });
