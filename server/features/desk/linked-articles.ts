import type { KnowledgeArticle } from "#content/knowledge.ts";

/** Ids of the articles whose addresses stand in a text; app.ts hands it in. */
export type LinkedArticles = (text: string) => string[];

const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** Every address of this hub's articles in a text, with the article's id and the section's ("" for none). */
export function findArticleLinks(
  text: string,
  publicUrl: string,
  articles: Iterable<Pick<KnowledgeArticle, "id" | "url">>,
): { address: string; articleId: string; anchor: string }[] {
  const byPath = new Map(Array.from(articles, ({ id, url }) => [url, id]));
  const { origin } = new URL(publicUrl);
  return Array.from(text.matchAll(ADDRESS), ([found]) => found.replace(/[.,;:!?)\]]+$/, "")).flatMap((address) => {
    const url = URL.parse(address);
    const articleId = url?.origin === origin && byPath.get(url.pathname.replace(/\/?$/, "/"));
    return url && articleId ? [{ address, articleId, anchor: decode(url.hash.slice(1)) }] : [];
  });
}

/** As it was written, where somebody typed a "%" that begins no sign. */
function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
