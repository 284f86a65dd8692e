import { Hono } from "hono";
import { z } from "zod";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody, queryParams } from "#server/core/validate.ts";
import { SavedReply, SavedReplyChange, SavedReplyInput, SavedReplyList } from "./saved-replies.schema.ts";
import {
  changeSavedReply,
  createSavedReply,
  deleteSavedReply,
  listSavedReplies,
  type SavedRepliesDeps,
} from "./saved-replies.ts";

const Seen = z.object({ version: z.coerce.number().int() });

/** Answers that staff write once. For agents: whoever mounts it guards it. */
export const savedReplyRoutes = (deps: SavedRepliesDeps) =>
  new Hono<StaffEnv>()
    .get("/", describe("List saved replies, with what no article says", { 200: SavedReplyList }), async (c) =>
      c.json(await listSavedReplies(deps)),
    )
    .post("/", describe("Save a reply", { 201: SavedReply }), jsonBody(SavedReplyInput), async (c) =>
      c.json(await createSavedReply(deps, c.get("staff"), c.req.valid("json")), 201),
    )
    .put("/:id", describe("Change a saved reply", { 200: SavedReply }), jsonBody(SavedReplyChange), async (c) =>
      c.json(await changeSavedReply(deps, c.get("staff"), c.req.param("id"), c.req.valid("json"))),
    )
    .delete("/:id", describe("Delete a saved reply", { 204: "Deleted" }), queryParams(Seen), async (c) => {
      await deleteSavedReply(deps, c.get("staff"), c.req.param("id"), c.req.valid("query").version);
      return c.body(null, 204);
    });
