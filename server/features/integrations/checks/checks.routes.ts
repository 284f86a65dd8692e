import { Hono, type MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";
import { z } from "zod";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { describe } from "#server/core/validate.ts";
import { ConnectionCheck } from "../checks.schema.ts";
import { findConnection } from "../connections/find-connection.ts";
import { takeCheck } from "./checks.limits.ts";
import { listKeptChecks } from "./keep-check.ts";
import { sayCheck } from "./kept-result.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import { collectCheck, makeCheck } from "./make-check.ts";
import { streamCheck } from "./stream-check.ts";

export type ChecksRoutesDeps = ChecksDeps & {
  /** Lets customers alone pass. */
  guard: MiddlewareHandler<CustomerEnv>;
  shutdown: AbortSignal;
};

const Checks = z.object({ checks: z.array(ConnectionCheck) });
const EVENTS = "text/event-stream";

/** Checks of a customer's own connections. */
export function checksRoutes(deps: ChecksRoutesDeps) {
  const { integrations, guard, shutdown } = deps;
  return new Hono<CustomerEnv>()
    .get(
      "/connections/:id/check",
      guard,
      describe(
        "Checks a connection: as events (`result`, then `done`, or `error`) or, with Accept: application/json, as one object",
        { 200: ConnectionCheck },
      ),
      async (c) => {
        const row = await findConnection(integrations, c.get("customer").workspaceId, c.req.param("id"));
        await takeCheck(integrations, row.id);
        const check = (signal: AbortSignal) => makeCheck(deps, row, "customer", AbortSignal.any([signal, shutdown]));
        const wanted = accepts(c, { header: "Accept", supports: [EVENTS, "application/json"], default: EVENTS });
        return wanted === EVENTS ? streamCheck(c, check) : c.json(await collectCheck(check(c.req.raw.signal)));
      },
    )
    .get(
      "/connections/:id/checks",
      guard,
      describe("The latest fifty checks of a connection, the latest first", { 200: Checks }),
      async (c) => {
        const row = await findConnection(integrations, c.get("customer").workspaceId, c.req.param("id"));
        const kept = await listKeptChecks(integrations.db, row.id);
        return c.json({ checks: kept.map((check) => sayCheck(deps, check)) });
      },
    );
}
