import type { CaseDetail } from "./desk.schema.ts";

/** An article as the build that is served has it, as far as there still is one. */
export type FindArticle = (articleId: string) => { title: string; url: string; contentHash: string } | undefined;

/** Its title and address; null when it is gone. */
export function linkArticle(findArticle: FindArticle, id: string | null): CaseDetail["article"] {
  const found = id === null ? undefined : findArticle(id);
  return found ? { title: found.title, url: found.url } : null;
}
