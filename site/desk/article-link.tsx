import type { CaseDetail } from "#server/features/desk/desk.schema.ts";

/** An article by its title; one that is gone by its id, without a link. */
export const ArticleLink = ({ id, article }: { id: string; article: CaseDetail["article"] }) =>
  article ? <a href={article.url}>{article.title}</a> : <span>{id} (gone)</span>;
