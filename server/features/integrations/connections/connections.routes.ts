import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { CustomerEnv, ReadCustomer } from "#server/auth/customer.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import {
  AccessRequestInput,
  ConnectionInput,
  ConnectionView,
  DraftInput,
  IntegrationView,
  SaveInput,
} from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { requestAccess } from "../requests/request-access.ts";
import { countStep } from "./connections.limits.ts";
import { createConnection } from "./create-connection.ts";
import { disconnect } from "./disconnect.ts";
import { findConnection } from "./find-connection.ts";
import { listIntegrations } from "./list-integrations.ts";
import { saveConnection } from "./save-connection.ts";
import { saveDraft } from "./save-draft.ts";
import { viewConnection } from "./view-connection.ts";

export type ConnectionRoutesDeps = {
  integrations: Integrations;
  /** Lets customers alone pass. */
  guard: MiddlewareHandler<CustomerEnv>;
  readCustomer: ReadCustomer;
};

const IntegrationList = z.object({ integrations: z.array(IntegrationView) });
const AccessRequested = z.object({ integration: z.string(), at: z.iso.datetime() });

/** Which integrations there are, and who wants the others: no session is needed. */
export const integrationRoutes = ({ integrations, readCustomer }: ConnectionRoutesDeps) =>
  new Hono<CustomerEnv>()
    .get("/integrations", describe("Integrations, as the reader meets them", { 200: IntegrationList }), async (c) => {
      const customer = await readCustomer(c.req.raw.headers);
      return c.json({ integrations: await listIntegrations(integrations, customer?.workspaceId ?? null) });
    })
    .post(
      "/access-requests",
      describe("Asks for what is coming soon, once a workspace or address", { 201: AccessRequested }),
      jsonBody(AccessRequestInput),
      async (c) => {
        const asker = { ipKey: c.get("visitor").ipKey, customer: await readCustomer(c.req.raw.headers) };
        return c.json(await requestAccess(integrations, asker, c.req.valid("json")), 201);
      },
    );

/** A workspace's own connections. */
export const connectionRoutes = ({ integrations, guard }: ConnectionRoutesDeps) =>
  new Hono<CustomerEnv>()
    .post(
      "/connections",
      guard,
      describe("Begins a connection; 200 where there is one already", { 200: ConnectionView, 201: ConnectionView }),
      jsonBody(ConnectionInput),
      async (c) => {
        const { workspaceId } = c.get("customer");
        const { view, created } = await createConnection(integrations, workspaceId, c.req.valid("json"));
        return c.json(view, created ? 201 : 200);
      },
    )
    .get("/connections/:id", guard, describe("Read a connection", { 200: ConnectionView }), async (c) => {
      const row = await findConnection(integrations, c.get("customer").workspaceId, c.req.param("id"));
      return c.json(await viewConnection(integrations, row));
    })
    .put(
      "/connections/:id/draft",
      guard,
      describe("Keeps a draft; 409 with `current` when it is not the latest", { 200: ConnectionView }),
      jsonBody(DraftInput),
      countStep(integrations, "draft"),
      async (c) =>
        c.json(await saveDraft(integrations, c.get("customer").workspaceId, c.req.param("id"), c.req.valid("json"))),
    )
    .post(
      "/connections/:id/save",
      guard,
      describe("The draft goes live; 422 names what is missing", { 200: ConnectionView }),
      jsonBody(SaveInput),
      async (c) =>
        c.json(await saveConnection(integrations, c.get("customer"), c.req.param("id"), c.req.valid("json"))),
    )
    .delete("/connections/:id", guard, describe("Disconnects", { 204: "Gone, with its secrets" }), async (c) => {
      await disconnect(integrations, c.get("customer"), c.req.param("id"));
      return c.body(null, 204);
    });
