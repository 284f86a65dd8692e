/** The article that the page shows, as its markup says it. `url` stands there where the page has another one: the widget. */
export type OpenArticle = { id: string; title: string; url: string; contentHash: string | null; element: HTMLElement };

/** Null on pages that show none. */
export function findArticle(): OpenArticle | null {
  const element = document.querySelector<HTMLElement>("article[data-article-id]");
  const id = element?.dataset["articleId"];
  if (!element || !id) return null;
  const title = element.querySelector("h1")?.textContent?.trim() ?? document.title;
  return {
    id,
    title,
    url: element.dataset["url"] ?? location.pathname,
    contentHash: element.dataset["contentHash"] ?? null,
    element,
  };
}

/** For what is said of the article: as the reader has it. */
export const versionOf = ({ contentHash }: OpenArticle): { version?: string } =>
  contentHash ? { version: contentHash } : {};
