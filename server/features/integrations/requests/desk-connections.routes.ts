import { inEnglish } from "#content/words.ts";
import { Hono, type MiddlewareHandler } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody, queryParams } from "#server/core/validate.ts";
import {
  AccessCounts,
  DeskConnectionDetail,
  DeskConnections,
  DeskConnectionsQuery,
  TenantDecision,
} from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { countRequests } from "./count-requests.ts";
import { decideTenant } from "./decide-tenant.ts";
import { listForDesk } from "./list-for-desk.ts";
import { readForDesk } from "./read-for-desk.ts";

type Deps = {
  integrations: Integrations;
  /** Lets staff alone pass. */
  guard: MiddlewareHandler<StaffEnv>;
};

/** Connections of every workspace, as staff see them. */
export const deskConnectionRoutes = ({ integrations, guard }: Deps) =>
  new Hono<StaffEnv>()
    .basePath("/desk")
    .get(
      "/connections",
      guard,
      describe("Connections, those that wait for a decision first", { 200: DeskConnections }),
      queryParams(DeskConnectionsQuery),
      async (c) => c.json(await listForDesk(integrations, c.req.valid("query"))),
    )
    .get("/connections/:id", guard, describe("Read a connection", { 200: DeskConnectionDetail }), async (c) =>
      c.json(await inEnglish(() => readForDesk(integrations, c.req.param("id")))),
    )
    .post(
      "/connections/:id/tenant",
      guard,
      describe("Approve or refuse a Tenant ID; the customer is told", { 200: DeskConnectionDetail }),
      jsonBody(TenantDecision),
      async (c) => {
        await decideTenant(integrations, c.get("staff"), c.req.param("id"), c.req.valid("json"));
        return c.json(await inEnglish(() => readForDesk(integrations, c.req.param("id"))));
      },
    )
    .get("/access-requests", guard, describe("Who asks for what is coming soon", { 200: AccessCounts }), async (c) =>
      c.json(await countRequests(integrations)),
    );
