import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { ArticleChange, ArticleDetail, ArticleList, ArticleQuery, ArticleWork } from "./articles.schema.ts";
import { changeArticle, type ChangeDeps } from "./change-article.ts";
import { listArticles } from "./list-articles.ts";
import { readArticle } from "./read-article.ts";

export type ArticleRoutesDeps = ChangeDeps & {
  /** Lets writers pass, and whoever may more. */ guard: MiddlewareHandler<StaffEnv>;
};

const ArticlePath = z.object({ topic: z.string().max(80), slug: z.string().max(160) });
const LIMIT = 8 * 1024;

/** Articles that let readers down, and what is done about them. */
export const articleRoutes = (deps: ArticleRoutesDeps) =>
  new Hono<StaffEnv>()
    .basePath("/desk/articles")
    .use(deps.guard)
    .get(
      "/",
      describe("List articles by the harm they do", { 200: ArticleList }),
      queryParams(ArticleQuery),
      async (c) => c.json(await listArticles(deps, c.get("staff").id, c.req.valid("query"))),
    )
    .get(
      "/:topic/:slug",
      describe("Read what stands behind an article's numbers", { 200: ArticleDetail }),
      pathParams(ArticlePath),
      async (c) => {
        const { topic, slug } = c.req.valid("param");
        return c.json(await readArticle(deps, `${topic}/${slug}`, c.get("staff").role !== "writer"));
      },
    )
    .patch(
      "/:topic/:slug",
      describe("Change an article's state, owner or note", { 200: ArticleWork }),
      pathParams(ArticlePath),
      jsonBody(ArticleChange, { limit: LIMIT }),
      async (c) => {
        const { topic, slug } = c.req.valid("param");
        return c.json(await changeArticle(deps, c.get("staff"), `${topic}/${slug}`, c.req.valid("json")));
      },
    );
