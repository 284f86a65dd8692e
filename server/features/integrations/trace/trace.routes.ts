import { Hono } from "hono";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { takeTrace } from "../checks/checks.limits.ts";
import type { ChecksRoutesDeps } from "../checks/checks.routes.ts";
import { Trace, TraceInput } from "../checks.schema.ts";
import { findConnection } from "../connections/find-connection.ts";
import { traceConnection } from "./trace-connection.ts";

/** What a sync would do with somebody, for the customers whose connection it is. */
export const traceRoutes = (deps: Omit<ChecksRoutesDeps, "shutdown">) =>
  new Hono<CustomerEnv>().post(
    "/connections/:id/trace",
    deps.guard,
    describe("What a sync would do with a person now, and why; writes nothing", { 200: Trace }),
    jsonBody(TraceInput),
    async (c) => {
      const { workspaceId } = c.get("customer");
      const row = await findConnection(deps.integrations, workspaceId, c.req.param("id"));
      await takeTrace(deps.integrations, workspaceId);
      return c.json(await traceConnection(deps, row, c.req.valid("json"), c.req.raw.signal));
    },
  );
