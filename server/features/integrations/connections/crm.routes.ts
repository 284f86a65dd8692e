import { Hono } from "hono";
import { z } from "zod";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { describe, jsonBody, queryParams } from "#server/core/validate.ts";
import {
  ConnectInput,
  ConnectionView,
  ConnectReply,
  CredentialsInput,
  CrmOptions,
  TenantInput,
} from "../integrations.schema.ts";
import { submitTenant } from "../requests/submit-tenant.ts";
import { beginConnect } from "./begin-connect.ts";
import type { ConnectionRoutesDeps } from "./connections.routes.ts";
import { takeStep } from "./connections.limits.ts";
import { enterCredentials } from "./enter-credentials.ts";
import { listOptions } from "./list-options.ts";

const OptionsQuery = z.object({ object: z.string().min(1).max(200) });

/** The ways into a connection's CRM, and what it is asked while it is set up. */
export const crmRoutes = ({ integrations, guard }: ConnectionRoutesDeps) =>
  new Hono<CustomerEnv>()
    .get(
      "/connections/:id/options",
      guard,
      describe("Pipelines, stages and fields of the customer's own CRM", { 200: CrmOptions }),
      queryParams(OptionsQuery),
      async (c) => {
        const { workspaceId } = c.get("customer");
        await takeStep(integrations, "options", workspaceId);
        const { object } = c.req.valid("query");
        c.header("Cache-Control", "no-store");
        return c.json(await listOptions(integrations, workspaceId, c.req.param("id"), object, c.req.raw.signal));
      },
    )
    .post(
      "/connections/:id/connect",
      guard,
      describe("Where the customer goes to let the hub in", { 200: ConnectReply }),
      jsonBody(ConnectInput),
      async (c) => {
        await takeStep(integrations, "connect", c.get("customer").workspaceId);
        return c.json(await beginConnect(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json")));
      },
    )
    .post(
      "/connections/:id/tenant",
      guard,
      describe("Sends a Tenant ID for staff to look at", { 200: ConnectionView }),
      jsonBody(TenantInput),
      async (c) => {
        await takeStep(integrations, "tenant", c.get("customer").workspaceId);
        return c.json(await submitTenant(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json")));
      },
    )
    .post(
      "/connections/:id/credentials",
      guard,
      describe("Tries keys at the CRM, and keeps them sealed", { 200: ConnectionView }),
      jsonBody(CredentialsInput),
      async (c) => {
        await takeStep(integrations, "credentials", c.get("customer").workspaceId);
        return c.json(await enterCredentials(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json")));
      },
    );
