import type { CaseDetail } from "#server/features/desk/desk.schema.ts";

import { BEGINNING, follow, hrefOf } from "./place.ts";

/** An article by its title, and what the desk knows of it; one that is gone by its id, without a link. */
export function ArticleLink({ id, article }: { id: string; article: CaseDetail["article"] }) {
  if (!article) return <span>{id} (gone)</span>;
  const there = { ...BEGINNING, view: "articles" as const, articleId: id };
  return (
    <>
      <a href={article.url}>{article.title}</a>{" "}
      <a class="small" href={hrefOf(there)} onClick={(event) => follow(event, there)}>
        how it does
      </a>
    </>
  );
}
