import { Hono } from "hono";
import { z } from "zod";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { describe, queryParams } from "#server/core/validate.ts";
import { CrmCount, CrmOptions } from "../integrations.schema.ts";
import type { ConnectionRoutesDeps } from "./connections.routes.ts";
import { countStep } from "./connections.limits.ts";
import { countKnown } from "./count-known.ts";
import { listOptions } from "./list-options.ts";

const KindQuery = z.object({ object: z.string().min(1).max(200) });

/** What a connection's CRM is asked while it is set up. */
export const crmListRoutes = ({ integrations, guard }: ConnectionRoutesDeps) =>
  new Hono<CustomerEnv>()
    .get(
      "/connections/:id/options",
      guard,
      describe("Pipelines, stages and fields of the customer's own CRM", { 200: CrmOptions }),
      queryParams(KindQuery),
      countStep(integrations, "options"),
      async (c) => {
        const { workspaceId } = c.get("customer");
        const asked = { workspaceId, id: c.req.param("id"), ...c.req.valid("query") };
        return c.json(await listOptions(integrations, asked, c.req.raw.signal));
      },
    )
    .get(
      "/connections/:id/count",
      guard,
      describe("How many records of a kind the customer's own CRM shows; null where it does not say", {
        200: CrmCount,
      }),
      queryParams(KindQuery),
      countStep(integrations, "count"),
      async (c) => {
        const { workspaceId } = c.get("customer");
        const asked = { workspaceId, id: c.req.param("id"), ...c.req.valid("query") };
        return c.json(await countKnown(integrations, asked, c.req.raw.signal));
      },
    );
