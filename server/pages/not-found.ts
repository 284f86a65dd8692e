import { html } from "hono/html";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { langOf } from "./marks.ts";
import type { Html, Page } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

const SHOWN = 4;

/** An address that leads nowhere, and what it may have meant: its words are searched for, if there is `knowledge` to search. */
export function notFoundPage(path: string, knowledge: Pick<KnowledgeIndex, "search"> | null): Page {
  const words = wordsOf(path);
  const near = words && knowledge ? articlesAbout(words, knowledge) : [];
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
              ${near.map(nearArticle)}
            </ul>`
          : ""
      }
      <form class="find-again field-row" action="/search/" method="get" role="search">
        <label class="sr" for="find-q">${t.searchTheArticles}</label>
        <input id="find-q" name="q" type="search" maxlength="200" value="${words}" />
        <button class="btn" type="submit">${t.search}</button>
      </form>
      <p class="acts"><a href="/">${t.allTopics}</a> <a href="/contact/">${t.talkToAPerson}</a></p>`,
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

function articlesAbout(words: string, knowledge: Pick<KnowledgeIndex, "search">): KnowledgeArticle[] {
  const { passages } = knowledge.search(words, { exactQuotes: false, limit: 20 });
  const found = new Map(passages.map(({ passage }) => [passage.article.id, passage.article]));
  return [...found.values()].slice(0, SHOWN);
}

const nearArticle = (article: KnowledgeArticle): Html =>
  html`<li class="hit">
    <a class="hit-a" href="${article.url}"><span class="hit-t" ${langOf(article)}>${article.title}</span></a>
    <p class="hit-x"><span ${langOf(article)}>${article.summary}</span></p>
  </li>`;
