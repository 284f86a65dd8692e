import { Hono, type MiddlewareHandler } from "hono";
import type { Hub } from "#content/schema.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, queryParams } from "#server/core/validate.ts";
import { deskAnswerRoutes, type DeskAnswersDeps } from "./answers.routes.ts";
import { caseContentRoutes, type CaseContentDeps } from "./case-content.routes.ts";
import { ArticleQuery, ArticleSuggestions, StaffList } from "./case-content.schema.ts";
import { deskCaseRoutes, type DeskCasesDeps } from "./cases.routes.ts";
import { deliveryRoutes, type DeliveryDeps } from "./deliveries.routes.ts";
import { CaseDetail } from "./desk.schema.ts";
import { deskEventRoutes, type DeskEventsDeps } from "./events.routes.ts";
import { listStaff } from "./list-staff.ts";
import { findArticlesFor } from "./read-case-context.ts";
import { readCase } from "./read-case.ts";
import { savedReplyRoutes } from "./saved-replies.routes.ts";
import type { SavedRepliesDeps } from "./saved-replies.ts";

export type DeskDeps = CaseContentDeps &
  SavedRepliesDeps &
  DeskAnswersDeps &
  DeliveryDeps &
  DeskEventsDeps &
  DeskCasesDeps & {
    hub: Pick<Hub, "languages">;
    /** Lets agents and admins pass. */
    guard: MiddlewareHandler<StaffEnv>;
  };

export function deskRoutes(deps: DeskDeps) {
  const { db } = deps;
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .use("/cases/*", deps.guard)
    .use("/case-changes", deps.guard)
    .use("/staff", deps.guard)
    .use("/tags", deps.guard)
    .use("/events", deps.guard)
    .use("/deliveries/*", deps.guard)
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
    .route("/deliveries", deliveryRoutes(deps))
    .get("/cases/:id", describe("Read a case", { 200: CaseDetail }), async (c) =>
      c.json(await readCase(db, deps.findArticle, c.req.param("id"), deps.hub)),
    );
}
