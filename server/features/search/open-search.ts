import type { Clock } from "#server/core/clock.ts";
import type { Visitor } from "#server/core/context.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { limitRate } from "#server/limits/limit-rate.ts";
import { findArticles } from "./find-articles.ts";
import type { SearchQuery, SearchResults } from "./search.schema.ts";

/** A search with every key, by a whole office behind one address, stays below; a program that does nothing else does not. */
const SEARCHES = { each: 1200, windowSeconds: 60 };

export type Search = {
  /** @throws AppError "limited" for an address that searches too much. */
  find: (query: SearchQuery, visitor: Pick<Visitor, "ipKey">) => SearchResults;
  /** What to look in for whoever did not ask for a search; null for an address that searches too much. */
  knowledgeFor: (visitor: Pick<Visitor, "ipKey">) => KnowledgeIndex | null;
};

/** One search with one limit, wherever it is asked for: in the browser, on a page, by a program or an assistant. */
export function openSearch({ clock, knowledge }: { clock: Clock; knowledge: OpenKnowledge }): Search {
  const searches = limitRate(clock, SEARCHES);
  return {
    find: (query, { ipKey }) => {
      searches.take(ipKey);
      return findArticles(knowledge.current(), query);
    },
    knowledgeFor: ({ ipKey }) => (searches.mayTake(ipKey) ? knowledge.current() : null),
  };
}
