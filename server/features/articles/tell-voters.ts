import { and, asc, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { articleWork } from "#db/schema/articles.ts";
import { votes } from "#db/schema/feedback.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { fixedMail } from "./articles.mail.ts";

export type TellDeps = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "product">;
  config: Pick<Config, "mail" | "publicUrl">;
  knowledge: OpenKnowledge;
};
type Work = typeof articleWork.$inferSelect;

/** Mails promised in one transaction. */
const BATCH = 100;

/** Who waits to hear that an article is mended: said "No", left an address, and was told nothing yet. */
export const isWaiting = (articleId: string) =>
  and(eq(votes.articleId, articleId), isNotNull(votes.email), eq(votes.answered, false), isNull(votes.toldAt));

/** Tells them of every article that is fixed and served, whichever process comes first. Without mail they wait for it. */
export async function tellAllVoters(deps: TellDeps): Promise<void> {
  for (const work of await deps.db.select().from(articleWork).where(eq(articleWork.state, "fixed")))
    await tellVoters(deps, work);
}

/** Does nothing as long as readers still get the version that was broken. */
export async function tellVoters(deps: TellDeps, work: Work): Promise<void> {
  const article = deps.knowledge.current().articles.get(work.articleId);
  if (!deps.config.mail || !article || work.state !== "fixed" || article.contentHash === work.brokenHash) return;
  while ((await tellBatch(deps, work, article)) > 0);
}

/** @returns how many there were to tell, by whoever told them */
async function tellBatch(
  { db, clock, hub, config }: TellDeps,
  { articleId, fixedHash, fixedAt }: Work,
  { title, url }: { title: string; url: string },
): Promise<number> {
  const before = fixedAt ?? clock.now();
  const untold = await db
    .select({ id: votes.id })
    .from(votes)
    .where(and(isWaiting(articleId), lt(votes.updatedAt, before)))
    .orderBy(asc(votes.id))
    .limit(BATCH);
  if (untold.length === 0) return 0;
  const ids = untold.map(({ id }) => id);
  await db.transaction(async (tx) => {
    const told = await tx
      .update(votes)
      .set({ toldAt: clock.now() })
      .where(and(inArray(votes.id, ids), isNull(votes.toldAt)))
      .returning({ id: votes.id, email: votes.email });
    for (const { id, email } of told) {
      if (!email) continue;
      const payload = fixedMail(hub, email, { title, link: config.publicUrl + url });
      // An address that voted in several browsers, or that somebody typed again and again, gets one.
      const dedupeKey = `fixed:${articleId}:${fixedHash}:${email.toLowerCase()}`;
      await enqueue(tx, { kind: "email", dedupeKey, ref: id, payload });
    }
  });
  return untold.length;
}
