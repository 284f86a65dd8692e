import { Hono, type MiddlewareHandler } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { ReplyInput } from "../escalation/escalation.schema.ts";
import { deskAnswerRoutes, type DeskAnswersDeps } from "./answers.routes.ts";
import { deskCaseRoutes, type DeskCasesDeps } from "./cases.routes.ts";
import { ArticleVotesList, CaseDetail, GapList } from "./desk.schema.ts";
import { deskEventRoutes, type DeskEventsDeps } from "./events.routes.ts";
import { listArticleVotes } from "./list-article-votes.ts";
import { listGaps } from "./list-gaps.ts";
import { readCase } from "./read-case.ts";
import { noteOnCase, replyToCase, type MessageDeps } from "./write-message.ts";

export type DeskDeps = MessageDeps &
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
    .route("/answers", deskAnswerRoutes(deps))
    .route("/", deskCaseRoutes(deps))
    .route("/", deskEventRoutes(deps))
    .get("/cases/:id", describe("Read a case", { 200: CaseDetail }), async (c) =>
      c.json(await readCase(db, deps.findArticle, c.req.param("id"))),
    )
    .post("/cases/:id/replies", describe("Answer the customer", { 204: "Kept" }), jsonBody(ReplyInput), async (c) => {
      await replyToCase(deps, c.req.param("id"), c.get("staff").name, c.req.valid("json").body);
      return c.body(null, 204);
    })
    .post("/cases/:id/notes", describe("Add a note for staff", { 204: "Kept" }), jsonBody(ReplyInput), async (c) => {
      await noteOnCase(deps, c.req.param("id"), c.get("staff").name, c.req.valid("json").body);
      return c.body(null, 204);
    })
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
