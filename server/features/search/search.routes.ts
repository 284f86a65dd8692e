import { Hono } from "hono";
import type { Clock } from "#server/core/clock.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, jsonBody, queryParams } from "#server/core/validate.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Db } from "#db/database.ts";
import { findArticles } from "./find-articles.ts";
import { noteSearch } from "./record-search.ts";
import { limitSearches } from "./search.limits.ts";
import { SearchQuery, SearchRecordInput, SearchResults } from "./search.schema.ts";

export type SearchDeps = { db: Db; clock: Clock; knowledge: OpenKnowledge };

export function searchRoutes(deps: SearchDeps) {
  const searches = limitSearches(deps.clock);
  return new Hono<VisitorEnv>()
    .get(
      "/search",
      describe("Searches the articles, typing errors and customers' words included", { 200: SearchResults }),
      queryParams(SearchQuery),
      (c) => {
        searches.take(c.get("visitor").ipKey);
        return c.json(findArticles(deps.knowledge.current(), c.req.valid("query")));
      },
    )
    .post(
      "/searches",
      describe("Notes a search that found nothing or too little", { 204: "Noted" }),
      jsonBody(SearchRecordInput),
      async (c) => {
        await noteSearch(deps, c.get("visitor"), c.req.valid("json"));
        return c.body(null, 204);
      },
    );
}
