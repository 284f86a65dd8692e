import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import type { KnowledgeIndex, SearchOptions } from "#server/knowledge/knowledge-index.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { makeExcerpt } from "./excerpt.ts";
import type { SearchHit, SearchQuery, SearchResults } from "./search.schema.ts";

const PASSAGES = 60;
const SECTIONS = 4;
const NEAREST = 3;

/** Articles for a search, best first, each with its sections that match. */
export function findArticles(knowledge: KnowledgeIndex, { q, topic, integration, limit }: SearchQuery): SearchResults {
  const { hits, corrected } = findHits(knowledge, q, { topic, integration }, limit);
  if (hits.length > 0) return { query: q, corrected, hits, nearest: [] };
  const isNarrowed = topic !== undefined || integration !== undefined || knowledge.read(q).quoted.length > 0;
  // without a filter or a quote to leave out it would find as little again
  const nearest = isNarrowed ? findHits(knowledge, q, { exactQuotes: false }, NEAREST).hits : [];
  return { query: q, corrected, hits, nearest };
}

function findHits(knowledge: KnowledgeIndex, q: string, options: SearchOptions, limit: number) {
  const { passages, terms, corrected } = knowledge.search(q, { ...options, limit: PASSAGES });
  const byArticle = Map.groupBy(
    dropOverlaps(passages).map(({ passage }) => passage),
    ({ article }) => article.id,
  );
  return { corrected, hits: [...byArticle.values()].slice(0, limit).map((found) => toHit(found, terms)) };
}

function toHit(found: Passage[], terms: Term[]): SearchHit {
  const [best] = found;
  if (!best) throw new Error("An article is found by its passages");
  const { article } = best;
  const places = found.filter(({ anchor }, at) => anchor && found.findIndex((other) => other.anchor === anchor) === at);
  return {
    articleId: article.id,
    title: article.title,
    language: article.language,
    url: article.url,
    topic: article.topic,
    topicTitle: article.topicTitle,
    excerpt: makeExcerpt(best.anchor ? article.summary : best.text, terms),
    sections: places.slice(0, SECTIONS).map(({ anchor, heading, text }) => ({
      id: anchor,
      heading,
      url: `${article.url}#${encodeURIComponent(anchor)}`,
      excerpt: makeExcerpt(text.startsWith(heading) ? text.slice(heading.length) : text, terms),
    })),
  };
}
