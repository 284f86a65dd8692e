import { Hono } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { ArticleMarkInput, CaseContext, CaseEvidence, DeskReplyInput, NoteInput } from "./case-content.schema.ts";
import { noteWriting } from "./case-viewers.ts";
import { WritingInput } from "./cases.schema.ts";
import { markArticle } from "./mark-article.ts";
import { seeMentions } from "./mentions.ts";
import { readCaseContext, type ContextDeps } from "./read-case-context.ts";
import { readCaseEvidence, type EvidenceDeps } from "./read-case-evidence.ts";
import { noteOnCase, replyToCase, type MessageDeps } from "./write-message.ts";

export type CaseContentDeps = MessageDeps & ContextDeps & EvidenceDeps;

/** What stands beside a case, and what is written on it. For agents: whoever mounts it guards it. */
export const caseContentRoutes = (deps: CaseContentDeps) =>
  new Hono<StaffEnv>()
    .get("/:id/evidence", describe("What a case's trail names, then and now", { 200: CaseEvidence }), async (c) =>
      c.json(await readCaseEvidence(deps, c.req.param("id"))),
    )
    .get("/:id/context", describe("Cases like it, and articles that answer it", { 200: CaseContext }), async (c) =>
      c.json(await readCaseContext(deps, c.req.param("id"), c.get("staff").id)),
    )
    .put(
      "/:id/articles",
      describe("Count a case against an article, or take that back", { 204: "Counted" }),
      jsonBody(ArticleMarkInput),
      async (c) => {
        await markArticle(deps, c.req.param("id"), c.get("staff"), c.req.valid("json"));
        return c.body(null, 204);
      },
    )
    .post("/:id/seen", describe("Whoever is named in its notes has seen them", { 204: "Seen" }), async (c) => {
      await seeMentions(deps.db, deps.clock, c.req.param("id"), c.get("staff").id);
      return c.body(null, 204);
    })
    .put(
      "/:id/writing",
      describe("Tell colleagues at the same case that somebody writes", { 204: "Told" }),
      jsonBody(WritingInput),
      async (c) => {
        const { writes } = c.req.valid("json");
        await noteWriting(deps.db, deps.clock.now(), { staffId: c.get("staff").id, caseId: c.req.param("id"), writes });
        return c.body(null, 204);
      },
    )
    .post("/:id/replies", describe("Answer the customer", { 204: "Kept" }), jsonBody(DeskReplyInput), async (c) => {
      await replyToCase(deps, c.req.param("id"), c.get("staff"), c.req.valid("json"));
      return c.body(null, 204);
    })
    .post("/:id/notes", describe("Add a note for staff", { 204: "Kept" }), jsonBody(NoteInput), async (c) => {
      await noteOnCase(deps, c.req.param("id"), c.get("staff"), c.req.valid("json"));
      return c.body(null, 204);
    });
