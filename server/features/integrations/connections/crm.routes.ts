import { Hono } from "hono";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { ConnectInput, ConnectionView, ConnectReply, CredentialsInput, TenantInput } from "../integrations.schema.ts";
import { submitTenant } from "../requests/submit-tenant.ts";
import { beginConnect } from "./begin-connect.ts";
import type { ConnectionRoutesDeps } from "./connections.routes.ts";
import { countStep } from "./connections.limits.ts";
import { enterCredentials } from "./enter-credentials.ts";

/** The ways into a connection's CRM. */
export const crmRoutes = ({ integrations, guard }: ConnectionRoutesDeps) =>
  new Hono<CustomerEnv>()
    .post(
      "/connections/:id/connect",
      guard,
      describe("Where the customer goes to let the hub in", { 200: ConnectReply }),
      jsonBody(ConnectInput),
      countStep(integrations, "connect"),
      async (c) => c.json(await beginConnect(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json"))),
    )
    .post(
      "/connections/:id/tenant",
      guard,
      describe("Sends a Tenant ID for staff to look at", { 200: ConnectionView }),
      jsonBody(TenantInput),
      countStep(integrations, "tenant"),
      async (c) => c.json(await submitTenant(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json"))),
    )
    .post(
      "/connections/:id/credentials",
      guard,
      describe("Tries keys at the CRM, and keeps them sealed", { 200: ConnectionView }),
      jsonBody(CredentialsInput),
      countStep(integrations, "credentials"),
      async (c) =>
        c.json(await enterCredentials(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json"))),
    );
