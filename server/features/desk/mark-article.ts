import { and, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import type { ArticleMarkInput } from "./case-content.schema.ts";
import type { FindArticle } from "./list-article-votes.ts";
import { unknownCase } from "./read-case.ts";
import type { Writer } from "./write-message.ts";

type Deps = { db: Db; clock: Clock; findArticle: FindArticle };

/** Counts a case against an article, or takes that back; twice is once. Throws `not_found` for a case or an article that is not there. */
export async function markArticle(deps: Deps, id: string, staff: Writer, mark: ArticleMarkInput): Promise<void> {
  const { articleId, how, on } = mark;
  // what is counted against an article that is gone can still be taken back
  if (on && !deps.findArticle(articleId)) throw new AppError("not_found", `There is no article "${articleId}".`);
  await deps.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, id));
    if (!known) throw unknownCase();
    const row = { escalationId: id, articleId, how, staffId: staff.id, createdAt: deps.clock.now() };
    const of = [eq(caseArticles.escalationId, id), eq(caseArticles.articleId, articleId), eq(caseArticles.how, how)];
    const changed = on
      ? await tx.insert(caseArticles).values(row).onConflictDoNothing().returning({ articleId: caseArticles.articleId })
      : await tx
          .delete(caseArticles)
          .where(and(...of))
          .returning({ articleId: caseArticles.articleId });
    if (changed.length === 0) return;
    const action = on ? `case.${how}` : "case.article_unmarked";
    await noteAudit(tx, deps.clock, staff, { action, objectId: id, detail: { articleId, how } });
  });
}
