import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, notInArray, or, type SQL } from "drizzle-orm";
import { hubIn } from "#content/languages.ts";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { speakIn } from "#content/words.ts";
import type { Db } from "#db/database.ts";
import { articleWork } from "#db/schema/articles.ts";
import { votes } from "#db/schema/feedback.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { Speeches } from "#server/core/speeches.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { fixedMail } from "./articles.mail.ts";

export type TellDeps = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "languages" | "product" | "topics" | "translations">;
  speeches: Speeches;
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
  for (const language of deps.hub.languages) {
    const readers = readersOf(deps, work.articleId, language);
    if (readers) while ((await tellBatch(deps, work, readers)) > 0);
  }
}

type Readers = { language: string; article: KnowledgeArticle; are: SQL | undefined };

/** Who reads an article in a language. They wait for a version of their own: a translation is mended after its original. */
function readersOf({ hub, knowledge }: TellDeps, articleId: string, language: string): Readers | null {
  const article = knowledge.current(language).articles.get(articleId);
  if (!article) return null;
  const others = hub.languages.filter((each) => each !== language);
  const are =
    language === hub.languages[0]
      ? or(isNull(votes.language), notInArray(votes.language, others))
      : and(eq(votes.language, language), or(isNull(votes.contentHash), ne(votes.contentHash, article.contentHash)));
  return { language, article, are };
}

/** @returns how many there were to tell, by whoever told them */
async function tellBatch(
  { db, clock, hub, config, speeches }: TellDeps,
  { articleId, fixedHash, fixedAt }: Work,
  { language, article: { title, url }, are }: Readers,
): Promise<number> {
  const before = fixedAt ?? clock.now();
  const untold = await db
    .select({ id: votes.id })
    .from(votes)
    .where(and(isWaiting(articleId), lt(votes.updatedAt, before), are))
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
      const payload = speakIn(speeches.of(language), () =>
        fixedMail(hubIn(hub, language), email, { title, link: config.publicUrl + url }),
      );
      // An address that voted in several browsers, or that somebody typed again and again, gets one.
      const dedupeKey = `fixed:${articleId}:${fixedHash}:${email.toLowerCase()}`;
      await enqueue(tx, { kind: "email", dedupeKey, ref: id, payload });
    }
  });
  return untold.length;
}
