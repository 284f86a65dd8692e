import { Hono } from "hono";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { CaseChange, CaseChanged, CaseChanges, CaseChangesMade, CaseQuery, TagList } from "./cases.schema.ts";
import { changeCase, changeCases, type ChangeDeps } from "./change-cases.ts";
import { CaseList } from "./desk.schema.ts";
import { listCases } from "./list-cases.ts";
import { listTags } from "./list-tags.ts";

export type DeskCasesDeps = ChangeDeps & { hub: Pick<Hub, "topics"> };

const CasePath = z.object({ id: z.string().max(80) });

/** What is listed and changed. For staff: whoever mounts it guards it. */
export const deskCaseRoutes = (deps: DeskCasesDeps) =>
  new Hono<StaffEnv>()
    .get("/cases", describe("List cases", { 200: CaseList }), queryParams(CaseQuery), async (c) =>
      c.json(await listCases(deps, c.get("staff").id, c.req.valid("query"))),
    )
    .post(
      "/case-changes",
      describe("Change up to 100 cases, each unless somebody changed it since", { 200: CaseChangesMade }),
      jsonBody(CaseChanges),
      async (c) => c.json(await changeCases(deps, c.get("staff"), c.req.valid("json").changes)),
    )
    .patch(
      "/cases/:id",
      describe("Change a case, unless somebody changed it since", { 200: CaseChanged }),
      pathParams(CasePath),
      jsonBody(CaseChange),
      async (c) => c.json(await changeCase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"))),
    )
    .get("/tags", describe("Tags in use, and the hub's topics", { 200: TagList }), async (c) => {
      const topics = deps.hub.topics.map(({ id, title }) => ({ id, title }));
      return c.json({ tags: await listTags(deps.db), topics });
    });
