import { Hono } from "hono";
import type { Clock } from "#server/core/clock.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, jsonBody, queryParams } from "#server/core/validate.ts";
import type { Db } from "#db/database.ts";
import type { Search } from "./open-search.ts";
import { noteSearch } from "./record-search.ts";
import { SearchQuery, SearchRecordInput, SearchResults } from "./search.schema.ts";

export type SearchDeps = { db: Db; clock: Clock; search: Search };

export function searchRoutes(deps: SearchDeps) {
  return new Hono<VisitorEnv>()
    .get(
      "/search",
      describe("Searches the articles, typing errors and customers' words included", { 200: SearchResults }),
      queryParams(SearchQuery),
      (c) => c.json(deps.search.find(c.req.valid("query"), c.get("visitor"))),
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
