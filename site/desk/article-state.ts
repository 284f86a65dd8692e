import { listArticles, readArticle } from "./article-api.ts";
import { place } from "./place.ts";
import { rowsOf } from "./rows.ts";

/** The filter and the words that the address names. */
function articleQuery() {
  const { articles, q } = place.value;
  return { ...(articles && { show: articles }), ...(q && { q }) };
}

export const {
  list: articleList,
  showMore: showMoreArticles,
  beside: besideArticle,
  open: openArticle,
  reload: reloadArticles,
  watch: watchArticles,
} = rowsOf({
  view: "articles",
  query: articleQuery,
  readPage: async (query, cursor) => {
    const { articles, counts, next } = await listArticles({ ...query, ...(cursor && { cursor }) });
    return { items: articles, counts, next };
  },
  readRow: readArticle,
});
