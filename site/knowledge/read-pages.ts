import type { KnowledgeArticle } from "#content/knowledge.ts";
import { languageOfPath } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import type { Address, Built } from "./built-pages.ts";
import { attribute } from "./dom.ts";
import { toMarkdown } from "./markdown/to-markdown.ts";
import { findArticle, readArticle } from "./read-article.ts";
import type { WrittenArticle } from "./read-sources.ts";

/** A page that shows an article, in whatever language, and where the article's element begins in the file. */
export type ArticlePage = Address & { id: string; at: number };
export type Reading = {
  shown: ArticlePage[];
  articles: KnowledgeArticle[];
  /** Of each article, by its page's path. */
  markdown: Map<string, string>;
};
type Asked = { pages: AsyncIterable<Built>; sources: WrittenArticle[]; hub: Hub; check: (page: Built) => void };

/**
 * What a build keeps of its pages, in the order of their files: articles as the knowledge has them, and as Markdown.
 * Each page is opened once. @throws Error when a page says it is an article that has no source.
 */
export async function readPages({ pages, sources, hub, check }: Asked): Promise<Reading> {
  const reading: Reading = { shown: [], articles: [], markdown: new Map() };
  const sourceOf = new Map(sources.map((source) => [`${source.language} ${source.id}`, source]));
  for await (const built of pages) {
    check(built);
    const element = findArticle(built.page);
    if (!element) continue;
    const { path: url, file } = built;
    const [id, language] = [attribute(element, "data-article-id") ?? "", attribute(element, "lang") ?? ""];
    const source = sourceOf.get(`${language} ${id}`);
    if (!source?.frontmatter) throw new Error(`${url} is the page of an article that is not among the articles`);
    reading.shown.push({ path: url, file, id: source.id, at: element.startIndex ?? 0 });
    // a page of another language shows the text for want of its own
    if (languageOfPath(hub, url) !== language) continue;
    const { frontmatter, parts } = source;
    reading.articles.push(apart(readArticle(element, { url, frontmatter, parts, hub })));
    // last: it changes the tree
    reading.markdown.set(url, toMarkdown(element));
  }
  reading.articles.sort((a, b) => (a.url < b.url ? -1 : 1));
  return reading;
}

/** A piece of a page's text would keep all of it in memory. */
const apart = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value; // plain data
