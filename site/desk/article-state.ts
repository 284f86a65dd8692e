import { computed } from "@preact/signals";
import { listArticles, readArticle } from "./article-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

/** The filter and the words that the address names. */
function articleQuery() {
  const { articles, q } = place.value;
  return { ...(articles && { show: articles }), ...(q && { q }) };
}

export async function listArticlePage(cursor?: string) {
  const { articles, counts, next } = await listArticles({ ...articleQuery(), ...(cursor && { cursor }) });
  return { items: articles, counts, next };
}

export const articleList = loaded(() => listArticlePage());
const openId = computed(() => (place.value.view === "articles" ? place.value.articleId : null));
export const openArticle = loaded(async () => (openId.value ? readArticle(openId.value) : null));

export async function reloadArticles(): Promise<void> {
  await Promise.all([articleList.reload(), openArticle.reload()]);
}

export function watchArticles(): () => void {
  const filter = computed(() => (place.value.view === "articles" ? JSON.stringify(articleQuery()) : null));
  return watch({ list: articleList, filter, open: openArticle, openId });
}
