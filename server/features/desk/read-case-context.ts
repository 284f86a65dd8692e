import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { caseArticles } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { ArticleMark, ArticleSuggestions, CaseContext, SuggestedArticle } from "./case-content.schema.ts";
import { linkArticle, type FindArticle } from "./link-article.ts";
import { listDone } from "./list-done.ts";
import { isMentioned } from "./mentions.ts";
import { listEarlier, listSimilar } from "./near-cases.ts";
import { unknownCase } from "./read-case.ts";

type Suggested = { verdict: CaseContext["verdict"]; sources: Omit<SuggestedArticle, "link">[] };

export type ContextDeps = {
  db: Db;
  findArticle: FindArticle;
  /** Articles that answer a text, best first, as Ask finds them; app.ts hands it in. */
  suggestArticles: (text: string, articleId: string | null) => Suggested;
  /** How a reply names a page of this hub. */
  linkTo: (page: { title: string; url: string }) => string;
};

/** What helps to answer a case: others like it, and articles. `staffId`: who asks. Throws `not_found`. */
export async function readCaseContext(deps: ContextDeps, id: string, staffId: string): Promise<CaseContext> {
  const { db, findArticle, linkTo } = deps;
  const [row] = await db.select().from(escalations).where(eq(escalations.id, id));
  if (!row) throw unknownCase();
  const article = linkArticle(findArticle, row.articleId);
  const { sources, verdict } = deps.suggestArticles(
    [row.subject, row.message].filter(Boolean).join(". "),
    row.articleId,
  );
  return {
    earlier: await listEarlier(db, row),
    similar: await listSimilar(db, row),
    suggested: sources.map((source) => withLink(source, linkTo)),
    verdict,
    marks: await listMarks(db, findArticle, id),
    articleLink: article && linkTo(article),
    done: await listDone(db, id),
    mentioned: await isMentioned(db, id, staffId),
  };
}

/** Articles for words that an agent looks for. */
export const findArticlesFor = ({ suggestArticles, linkTo }: ContextDeps, q: string): ArticleSuggestions => ({
  suggested: suggestArticles(q, null).sources.map((source) => withLink(source, linkTo)),
});

/** A source has more than the desk is told. */
const withLink = ({ articleId, title, url }: Suggested["sources"][number], linkTo: ContextDeps["linkTo"]) => ({
  articleId,
  title,
  url,
  link: linkTo({ title, url }),
});

async function listMarks(db: Db, findArticle: FindArticle, id: string): Promise<ArticleMark[]> {
  const rows = await db
    .select()
    .from(caseArticles)
    .where(eq(caseArticles.escalationId, id))
    .orderBy(desc(caseArticles.createdAt), caseArticles.articleId);
  return rows.map(({ articleId, how, createdAt }) => ({
    articleId,
    how,
    article: linkArticle(findArticle, articleId),
    at: createdAt.toISOString(),
  }));
}
