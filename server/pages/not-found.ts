import { html } from "hono/html";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { nearest } from "#content/nearest.ts";
import type { Hub } from "#content/schema.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { langOf } from "./marks.ts";
import type { Html, Page } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

const SHOWN = 4;

type Known = Pick<Hub, "topics"> & { knowledge: Pick<KnowledgeIndex, "search"> | null };

/**
 * An address that leads nowhere, its language left out, and what it may have meant: the topic that it ends with, and what
 * its words find, if there is `knowledge` to search.
 */
export function notFoundPage(path: string, { topics, knowledge }: Known): Page {
  const words = wordsOf(path);
  const found = words && knowledge ? articlesAbout(words, knowledge) : [];
  const near = [...nearTopics(path, topics), ...found.map(nearArticle)];
  return {
    title: t.thereIsNoPage,
    page: "not-found",
    main: html`<header class="title">
        <h1>${t.thereIsNoPage}</h1>
        <p class="lede">${t.theAddressMayBe}${near.length > 0 ? t.perhapsYouWantOne : ""}</p>
      </header>
      ${
        near.length > 0
          ? html`<ul class="results">
              ${near}
            </ul>`
          : ""
      }
      <form class="find-again field-row" action="/search/" method="get" role="search">
        <label class="sr" for="find-q">${t.searchTheArticles}</label>
        <input id="find-q" name="q" type="search" maxlength="200" value="${words}" />
        <button class="btn" type="submit">${t.search}</button>
      </form>
      <p class="acts"><a href="/contact/">${t.talkToAPerson}</a></p>`,
    beside: html`<aside class="side-col" aria-labelledby="topics">
      <h2 id="topics">${t.topics}</h2>
      ${topics.map(
        ({ id, title, summary }) =>
          html`<section>
            <p><a href="/topics/${id}/">${title}</a></p>
            <p class="small">${summary}</p>
          </section>`,
      )}
    </aside>`,
  };
}

/** The words of a path, without what every address has; not more than a search takes. */
const wordsOf = (path: string): string =>
  path
    .replace(/\.\w{2,5}$/, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !/^(?:articles|topics|learn|index|en|hc|docs|help)$/i.test(word))
    .join(" ")
    .slice(0, 120);

/** Who cuts an article's address, or mistypes a topic's, means the topic. */
function nearTopics(path: string, topics: Hub["topics"]): Html[] {
  const last = path.split("/").findLast(Boolean) ?? "";
  const meant = nearest(
    last.toLowerCase(),
    topics.map(({ id }) => id),
  );
  return topics
    .filter(({ id }) => id === meant)
    .map(({ id, title, summary }) => nearPage({ url: `/topics/${id}/`, title, summary }));
}

function articlesAbout(words: string, knowledge: Pick<KnowledgeIndex, "search">): KnowledgeArticle[] {
  const { passages } = knowledge.search(words, { exactQuotes: false, limit: 20 });
  const found = new Map(passages.map(({ passage }) => [passage.article.id, passage.article]));
  return [...found.values()].slice(0, SHOWN);
}

const nearArticle = (article: KnowledgeArticle): Html => nearPage(article, langOf(article));

const nearPage = (
  { url, title, summary }: Pick<KnowledgeArticle, "url" | "title" | "summary">,
  lang?: Html | "",
): Html =>
  html`<li class="hit">
    <a class="hit-a" href="${url}"><span class="hit-t" ${lang}>${title}</span></a>
    <p class="hit-x"><span ${lang}>${summary}</span></p>
  </li>`;
