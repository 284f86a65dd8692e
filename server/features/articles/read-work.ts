import { eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { articleWork } from "#db/schema/articles.ts";
import { user } from "#db/schema/auth.ts";
import type { ArticleWork, WorkState } from "./articles.schema.ts";
import { comesBack } from "./score-article.ts";

/** What is done about articles, and by whom. An article without a row has version 0. */
export type Work = typeof articleWork.$inferSelect & { ownerName: string | null };

export const readAllWork = async (db: Db): Promise<Map<string, Work>> =>
  new Map((await selectWork(db)).map(toWork).map((work) => [work.articleId, work]));

export async function readWork(db: Pick<Db, "select">, articleId: string): Promise<Work | undefined> {
  const [row] = await selectWork(db).where(eq(articleWork.articleId, articleId));
  return row && toWork(row);
}

const selectWork = (db: Pick<Db, "select">) =>
  db
    .select({ work: articleWork, ownerName: user.name })
    .from(articleWork)
    .leftJoin(user, eq(user.id, articleWork.ownerId));

const toWork = ({ work, ownerName }: { work: typeof articleWork.$inferSelect; ownerName: string | null }): Work => ({
  ...work,
  ownerName,
});

/** Nobody has a name any more who was removed from the desk. */
export const ownerOf = (work: Work | undefined) =>
  work?.ownerId && work.ownerName !== null ? { id: work.ownerId, name: work.ownerName } : null;

/** The state as it counts: what was dismissed is to be looked at again when it lets down clearly more people. */
export function stateOf(work: Work | undefined, harm: number): { state: WorkState; cameBack: boolean } {
  const cameBack = work?.state === "dismissed" && comesBack(work.dismissedHarm ?? 0, harm);
  return { state: cameBack ? "to_look_at" : (work?.state ?? "to_look_at"), cameBack };
}

export const toArticleWork = (work: Work | undefined, harm: number): ArticleWork => ({
  state: stateOf(work, harm).state,
  owner: ownerOf(work),
  note: work?.note ?? null,
  awaitsVersion: work?.awaitsVersion ?? false,
  fixedAt: work?.fixedAt?.toISOString() ?? null,
  version: work?.version ?? 0,
});
