import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { StaffEnv } from "#server/auth/staff.ts";
import { inTime } from "#server/core/in-time.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { saveAs } from "#server/core/save-as.ts";
import { changeGap } from "./change-gap.ts";
import { writeDraft } from "./draft/write-draft.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import { GapChange, GapDetail, GapList, GapMerge, GapQuery, GapSplit, NewGap } from "./gaps.schema.ts";
import { groupNew } from "./group/group-new.ts";
import { listGaps } from "./list-gaps.ts";
import { mergeGaps, splitPhrase } from "./merge-gaps.ts";
import { readGap } from "./read-gap.ts";

const GapPath = z.object({ id: z.string().max(60) });
const BODY = { limit: 4 * 1024 };
/** What a list does itself of what is new, and for no longer than a second; the rest of it comes with the next one. */
const GROUPING_MS = 50;

export type GapsRoutesDeps = GapsDeps & {
  /** Lets writers pass, and who may more. */
  guard: MiddlewareHandler<StaffEnv>;
};

/** What the articles do not answer, grouped: for writers. */
export const gapsRoutes = (deps: GapsRoutesDeps) =>
  new Hono<StaffEnv>()
    .basePath("/desk/gaps")
    .use("*", deps.guard)
    .route("/", decidingRoutes(deps))
    .get("/", describe("List gaps", { 200: GapList }), queryParams(GapQuery), async (c) => {
      await groupFirst(deps);
      return c.json(await listGaps(deps, c.req.valid("query")));
    })
    .get("/:id", describe("Read a gap", { 200: GapDetail }), pathParams(GapPath), async (c) =>
      c.json(await readGap(deps, c.req.valid("param").id)),
    )
    .get(
      "/:id/draft",
      describe("Download the draft of an article", { 200: "MDX, as an attachment" }),
      pathParams(GapPath),
      async (c) => {
        const { name, mdx } = writeDraft(await readGap(deps, c.req.valid("param").id), deps.hub, deps.clock.now());
        c.header("Content-Type", "text/markdown; charset=utf-8");
        c.header("Content-Disposition", saveAs(name));
        c.header("X-Content-Type-Options", "nosniff");
        return c.body(mdx);
      },
    );

const CONFLICT = "Changed by another meanwhile: `current` is what it is now";

const decidingRoutes = (deps: GapsDeps) =>
  new Hono<StaffEnv>()
    .patch(
      "/:id",
      describe("Dismiss, open again or rename a gap", { 204: "Changed", 409: CONFLICT }),
      pathParams(GapPath),
      jsonBody(GapChange, BODY),
      async (c) => {
        await changeGap(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
        return c.body(null, 204);
      },
    )
    .post(
      "/:id/merge",
      describe("Merge another gap into this one", { 204: "Merged", 409: CONFLICT }),
      pathParams(GapPath),
      jsonBody(GapMerge, BODY),
      async (c) => {
        await mergeGaps(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
        return c.body(null, 204);
      },
    )
    .post(
      "/:id/split",
      describe("Make a phrase a gap of its own", { 201: NewGap, 409: CONFLICT }),
      pathParams(GapPath),
      jsonBody(GapSplit, BODY),
      async (c) => {
        const id = await splitPhrase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
        return c.json({ id }, 201);
      },
    );

/** A list is worth more than the latest of it. */
const groupFirst = (deps: GapsDeps): Promise<unknown> =>
  inTime(groupNew(deps, GROUPING_MS, { lookBack: false })).catch((error: unknown) =>
    deps.log.warn({ err: error }, "gaps are listed without what is new"),
  );
