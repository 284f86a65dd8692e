import { Hono, type MiddlewareHandler } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { describe, queryParams } from "#server/core/validate.ts";
import { deskAnswerRoutes, type DeskAnswersDeps } from "./answers.routes.ts";
import { caseContentRoutes, type CaseContentDeps } from "./case-content.routes.ts";
import { ArticleQuery, ArticleSuggestions, StaffList } from "./case-content.schema.ts";
import { deskCaseRoutes, type DeskCasesDeps } from "./cases.routes.ts";
import { ArticleVotesList, CaseDetail, GapList } from "./desk.schema.ts";
import { deskEventRoutes, type DeskEventsDeps } from "./events.routes.ts";
import { listArticleVotes } from "./list-article-votes.ts";
import { listGaps } from "./list-gaps.ts";
import { listStaff } from "./list-staff.ts";
import { findArticlesFor } from "./read-case-context.ts";
import { readCase } from "./read-case.ts";
import { savedReplyRoutes } from "./saved-replies.routes.ts";
import type { SavedRepliesDeps } from "./saved-replies.ts";

export type DeskDeps = CaseContentDeps &
  SavedRepliesDeps &
  DeskAnswersDeps &
  DeskEventsDeps &
  DeskCasesDeps & {
    /** Lets agents and admins pass. */
    guard: MiddlewareHandler<StaffEnv>;
    /** Lets writers pass too: articles and gaps are theirs. */
    guardWriters: MiddlewareHandler<StaffEnv>;
    /** Makes a dead delivery wait to be sent again; false when there is no such one. */
    sendAgain: (deliveryId: string) => Promise<boolean>;
  };

export function deskRoutes(deps: DeskDeps) {
  const { db } = deps;
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .use("/cases/*", deps.guard)
    .use("/staff", deps.guard)
    .use("/tags", deps.guard)
    .use("/events", deps.guard)
    .use("/deliveries/*", deps.guard)
    .use("/articles", deps.guardWriters)
    .use("/gaps", deps.guardWriters)
    .use("/answers/*", deps.guard)
    .use("/saved-replies/*", deps.guard)
    .use("/suggestions", deps.guard)
    .route("/answers", deskAnswerRoutes(deps))
    .route("/", deskCaseRoutes(deps))
    .route("/", deskEventRoutes(deps))
    .route("/cases", caseContentRoutes(deps))
    .route("/saved-replies", savedReplyRoutes(deps))
    .get(
      "/suggestions",
      describe("Articles for an agent's own words", { 200: ArticleSuggestions }),
      queryParams(ArticleQuery),
      (c) => c.json(findArticlesFor(deps, c.req.valid("query").q)),
    )
    .get("/staff", describe("Who can be given cases and named in notes", { 200: StaffList }), async (c) =>
      c.json(await listStaff(db)),
    )
    .get("/cases/:id", describe("Read a case", { 200: CaseDetail }), async (c) =>
      c.json(await readCase(db, deps.findArticle, c.req.param("id"), deps.hub.topics)),
    )
    .post("/deliveries/:id/retry", describe("Send a failed delivery again", { 204: "Waiting" }), async (c) => {
      const found = await deps.sendAgain(c.req.param("id"));
      if (!found) throw new AppError("not_found", "No failed delivery has this id.");
      return c.body(null, 204);
    })
    .get("/articles", describe("Articles by votes", { 200: ArticleVotesList }), async (c) =>
      c.json(await listArticleVotes(db, deps.findArticle)),
    )
    .get("/gaps", describe("What the articles do not answer", { 200: GapList }), async (c) =>
      c.json(await listGaps(db)),
    );
}
