import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { IntegrationId, type Hub } from "#content/schema.ts";
import type { Visitor } from "#server/core/context.ts";
import { queryParams } from "#server/core/validate.ts";
import { spokenHub } from "#server/core/speeches.ts";
import { SearchQuery, type SearchHit, type SearchResults } from "#server/features/search/search.schema.ts";
import { MARK_END, MARK_START } from "#server/features/search/search.values.ts";
import { searchFilters } from "./search-filters.ts";
import { langOf } from "./marks.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { searchPageWords as t } from "./search-page.words.ts";

export type SearchPagesDeps = {
  hub: Pick<Hub, "languages" | "topics" | "integrations" | "translations" | "product">;
  /** @throws AppError "limited" */
  find: (query: SearchQuery, visitor: Visitor) => SearchResults;
  /** Notes a search that found nothing, as far as the visitor may send more. */
  noteEmpty: (visitor: Visitor, q: string) => Promise<void>;
};

// An address that somebody shortened or mistyped still gives a page.
const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  topic: z.string().max(80).optional().catch(undefined),
  integration: IntegrationId.optional().catch(undefined),
});
type Query = z.infer<typeof Query>;

/** `/search/?q=…`: the search for readers without script, and for links to a search. */
export const searchPages = ({ hub: everyHub, find, noteEmpty }: SearchPagesDeps) =>
  new Hono<PageEnv>().get("/search/", queryParams(Query.partial()), async (c) => {
    const hub = spokenHub(everyHub);
    const query = Query.parse({ q: "", ...c.req.valid("query") });
    if (!query.q) return sendPage(c, emptyPage(hub));
    const results = find(SearchQuery.parse(query), c.get("visitor"));
    if (results.hits.length === 0 && !isFiltered(query)) await noteEmpty(c.get("visitor"), query.q);
    return sendPage(c, resultsPage(hub, query, results));
  });

/** Little is found where little is looked through: no gap in the articles. */
const isFiltered = ({ topic, integration }: Query): boolean => Boolean(topic ?? integration);

const emptyPage = (hub: SearchPagesDeps["hub"]): Page => ({
  title: t.search,
  page: "search",
  main: html`<header class="title"><h1>${t.search}</h1></header>
    ${searchForm({ q: "" })}
    <h2 id="topics">${t.topics}</h2>
    ${topicList(hub)}`,
});

function resultsPage(hub: SearchPagesDeps["hub"], query: Query, { hits, nearest, corrected }: SearchResults): Page {
  const found = hits.length > 0;
  return {
    title: t.search2(query.q),
    page: "search",
    main: html`<header class="title"><h1>${t.search}</h1></header>
      ${searchForm(query)}
      <a class="ask-row" href="/ask/?${new URLSearchParams({ q: query.q })}" data-ask="${query.q}"
        ><b>${t.ask}</b> <span>${query.q}</span></a
      >
      <div class="said-as small">
        <p role="status">${sayFound(hits, corrected)}</p>
        ${found ? html`<a class="to-filters" href="#filters">${t.filters}</a>` : ""}
      </div>
      ${
        found
          ? html`<ul class="results">
              ${hits.map(resultItem)}
            </ul>`
          : nothingFound(hub, query, nearest)
      }`,
    beside: searchFilters(hub, query),
  };
}

const searchForm = ({ q, topic, integration }: Query): Html =>
  html`<form class="find-again field-row" action="/search/" method="get" role="search">
    <label class="sr" for="find-q">${t.searchTheArticles}</label>
    <input id="find-q" name="q" type="search" maxlength="200" value="${q}" />
    ${topic ? html`<input type="hidden" name="topic" value="${topic}" />` : ""}
    ${integration ? html`<input type="hidden" name="integration" value="${integration}" />` : ""}
    <button class="btn" type="submit">${t.search}</button>
  </form>`;

function sayFound(hits: SearchHit[], corrected: string | null): Html {
  const sections = hits.reduce((sum, hit) => sum + hit.sections.length, 0);
  const articles = t.articles(hits.length);
  const some = sections > 0 ? t.sectionsIn(t.sections(sections), articles) : articles;
  return html`${hits.length > 0 ? some : t.nothingWasFound}${corrected ? html`${t.readAs} <b>${corrected}</b>` : ""}`;
}

const resultItem = (hit: SearchHit): Html =>
  html`<li class="hit">
    <a class="hit-a" href="${hit.url}"
      ><span class="hit-t" ${langOf(hit)}>${hit.title}</span> <span class="small">${hit.topicTitle}</span></a
    >
    ${
      hit.sections.length > 0
        ? html`<ul class="line">
            ${hit.sections.map(
              ({ url, heading, excerpt }) =>
                html`<li>
                  <a href="${url}"
                    ><span ${langOf(hit)}
                      ><span class="hit-s">${heading}</span> <span class="hit-x">${marked(excerpt)}</span></span
                    ></a
                  >
                </li>`,
            )}
          </ul>`
        : html`<p class="hit-x"><span ${langOf(hit)}>${marked(hit.excerpt)}</span></p>`
    }
  </li>`;

/** An excerpt with the words that matched marked. */
function marked(excerpt: string): Html {
  const [before = "", ...rest] = excerpt.split(MARK_START);
  return html`${before}${rest.map((part) => {
    const [word = "", after = ""] = part.split(MARK_END);
    return html`<mark>${word}</mark>${after}`;
  })}`;
}

const nothingFound = (hub: SearchPagesDeps["hub"], query: Query, nearest: SearchHit[]): Html =>
  html`${isFiltered(query) ? "" : html`<p>${t.noArticleHasThese}</p>`}
    ${
      nearest.length > 0
        ? html`<h2 id="nearest">${t.nearest}</h2>
            <ul class="results">
              ${nearest.map(resultItem)}
            </ul>`
        : ""
    }
    ${isFiltered(query) ? html`<p><a href="/search/?${new URLSearchParams({ q: query.q })}">${t.searchAllArticles}</a></p>` : ""}
    <p class="acts">
      <a class="btn" href="/ask/?${new URLSearchParams({ q: query.q })}" data-ask="${query.q}">${t.askThis}</a>
      <a class="btn" href="/contact/?${new URLSearchParams({ question: query.q })}">${t.askAPerson}</a>
    </p>
    <h2 id="topics">${t.topics}</h2>
    ${topicList(hub)}`;

const topicList = (hub: SearchPagesDeps["hub"]): Html =>
  html`<ul class="plain">
    ${hub.topics.map(({ id, title, summary }) => html`<li><a href="/topics/${id}/">${title}</a> <span class="small">${summary}</span></li>`)}
  </ul>`;
