import { Hono } from "hono";
import { type CallerEnv, type KeyDeps, requireKey } from "#server/auth/require-key.ts";
import { hashSecret } from "#server/core/ids.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Visitor } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { Answer, AnswerVoteInput, type AskInput } from "../ask/ask.schema.ts";
import { VoteReceipt, type VoteInput } from "../feedback/feedback.schema.ts";
import { Report, SpanQuery } from "../reports/reports.schema.ts";
import { SearchQuery, SearchResults } from "../search/search.schema.ts";
import {
  AnswerPath,
  ApiArticles,
  ApiArticleText,
  ApiAskInput,
  ApiVoteInput,
  ArticlePath,
  OwnKey,
} from "./api.schema.ts";
import { apiCaseRoutes, type ApiCasesDeps } from "./cases.routes.ts";

/** Everything here belongs to another feature, with that feature's limits. */
export type ApiDeps = KeyDeps &
  ApiCasesDeps & {
    search: (query: SearchQuery, visitor: Visitor) => SearchResults;
    listArticles: () => Iterable<KnowledgeArticle>;
    findArticle: (id: string) => KnowledgeArticle | undefined;
    /** An article's Markdown; null where there is none. */
    readMarkdown: (articleId: string) => string | null;
    answer: (input: AskInput, asker: { visitor: Visitor; signal: AbortSignal }) => Promise<Answer>;
    voteOnAnswer: (answerId: string, vote: AnswerVoteInput, visitor: Visitor) => Promise<void>;
    castVote: (voter: { ipKey: string; ensureId: () => string }, vote: VoteInput) => Promise<VoteReceipt>;
    makeReport: (query: SpanQuery, ipKey: string) => Promise<Report>;
  };

/** `/api/v1`: for programs, each with a key. What they may is what its scopes say. */
export const publicApiRoutes = (deps: ApiDeps): Hono<CallerEnv> =>
  // said as a plain Hono: the hub's own pages, which call by the types of routes, do not call these
  new Hono<CallerEnv>()
    .basePath("/v1")
    .get("/key", requireKey(deps, null), describe("What this key is for", { 200: OwnKey }), (c) =>
      c.json(OwnKey.parse(c.get("caller"))),
    )
    .route("/", articleRoutes(deps))
    .route("/", questionRoutes(deps))
    .route("/cases", apiCaseRoutes(deps));

function articleRoutes(deps: ApiDeps) {
  const reads = requireKey(deps, "articles:read");
  return new Hono<CallerEnv>()
    .get(
      "/search",
      reads,
      describe("Search the articles", { 200: SearchResults }, "articles:read"),
      queryParams(SearchQuery),
      (c) => c.json(SearchResults.parse(deps.search(c.req.valid("query"), c.get("visitor")))),
    )
    .get("/articles", reads, describe("Every article", { 200: ApiArticles }, "articles:read"), (c) =>
      c.json(ApiArticles.parse({ articles: [...deps.listArticles()].map(toArticle) })),
    )
    .get(
      "/articles/:topic/:slug",
      reads,
      describe("An article as Markdown", { 200: ApiArticleText }, "articles:read"),
      pathParams(ArticlePath),
      (c) => {
        const { topic, slug } = c.req.valid("param");
        const article = deps.findArticle(`${topic}/${slug}`);
        const markdown = article && deps.readMarkdown(article.id);
        if (!article || !markdown) throw new AppError("not_found", `There is no article "${topic}/${slug}".`);
        return c.json(ApiArticleText.parse({ ...toArticle(article), markdown }));
      },
    );
}

const questionRoutes = (deps: ApiDeps) =>
  new Hono<CallerEnv>()
    .post(
      "/ask",
      requireKey(deps, "ask"),
      describe("Ask a question", { 200: Answer }, "ask"),
      jsonBody(ApiAskInput),
      async (c) => {
        const asker = { visitor: c.get("visitor"), signal: c.req.raw.signal };
        return c.json(Answer.parse(await deps.answer(c.req.valid("json"), asker)));
      },
    )
    .post(
      "/answers/:answerId/vote",
      requireKey(deps, "ask"),
      describe("Say whether an answer helped; a second vote changes the first", { 204: "Counted" }, "ask"),
      pathParams(AnswerPath),
      jsonBody(AnswerVoteInput),
      async (c) => {
        await deps.voteOnAnswer(c.req.valid("param").answerId, c.req.valid("json"), c.get("visitor"));
        return c.body(null, 204);
      },
    )
    .post(
      "/votes",
      requireKey(deps, "votes:write"),
      describe("Vote on an article; a second vote of one voter changes the first", { 201: VoteReceipt }, "votes:write"),
      jsonBody(ApiVoteInput),
      async (c) => {
        const { voter, ...vote } = c.req.valid("json");
        const ensureId = () => `vis_${hashSecret(`${c.get("caller").id} ${voter}`).slice(0, 32)}`;
        return c.json(await deps.castVote({ ipKey: c.get("visitor").ipKey, ensureId }, vote), 201);
      },
    )
    .get(
      "/reports",
      requireKey(deps, "reports:read"),
      describe("Figures about a span of days", { 200: Report }, "reports:read"),
      queryParams(SpanQuery),
      async (c) => c.json(Report.parse(await deps.makeReport(c.req.valid("query"), c.get("visitor").ipKey))),
    );

const toArticle = ({ contentHash, ...article }: KnowledgeArticle) => ({ ...article, version: contentHash });
