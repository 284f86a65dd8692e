import { Hono, type MiddlewareHandler } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { listDeliveries, readDelivery, replayDelivery } from "./hook-log.ts";
import {
  changeWebhook,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  renewSecret,
  tryWebhook,
  type WebhooksDeps,
} from "./webhooks.ts";
import {
  DeliveryPath,
  HookDeliveryDetail,
  HookLog,
  HookLogQuery,
  NewWebhook,
  WebhookChange,
  WebhookInput,
  WebhookPath,
  Webhooks,
} from "./webhooks.schema.ts";

type RoutesDeps = WebhooksDeps & {
  /** Lets admins alone pass. */
  guard: MiddlewareHandler<StaffEnv>;
};
const path = pathParams(WebhookPath);

/** Where events go, and what became of each. */
export const webhookRoutes = (deps: RoutesDeps) =>
  new Hono<StaffEnv>()
    .basePath("/desk/webhooks")
    .use("/*", deps.guard)
    .get("/", describe("Webhooks, the oldest first", { 200: Webhooks }), async (c) =>
      c.json({ webhooks: await listWebhooks(deps) }),
    )
    .post(
      "/",
      describe("Add a webhook; its secret is told this once", { 201: NewWebhook }),
      jsonBody(WebhookInput),
      async (c) => {
        return c.json(await makeWebhook(deps, c.get("staff"), c.req.valid("json")), 201);
      },
    )
    .patch(
      "/:id",
      describe("Turn on or off, or change its address or events", { 204: "Changed" }),
      path,
      jsonBody(WebhookChange),
      async (c) => {
        await changeWebhook(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
        return c.body(null, 204);
      },
    )
    .delete("/:id", describe("Remove a webhook and its log", { 204: "Removed" }), path, async (c) => {
      await removeWebhook(deps, c.get("staff"), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .post("/:id/secret", describe("A new secret, told this once", { 201: NewWebhook }), path, async (c) => {
      return c.json(await renewSecret(deps, c.get("staff"), c.req.valid("param").id), 201);
    })
    .post("/:id/test", describe("Send an event to try it", { 202: "Promised" }), path, async (c) => {
      await tryWebhook(deps, c.get("staff"), c.req.valid("param").id);
      return c.body(null, 202);
    })
    .route("/", logRoutes(deps));

const logRoutes = (deps: WebhooksDeps) =>
  new Hono<StaffEnv>()
    .get(
      "/:id/deliveries",
      describe("What it was sent, the newest first", { 200: HookLog }),
      path,
      queryParams(HookLogQuery),
      async (c) => c.json(await listDeliveries(deps, c.req.valid("param").id, c.req.valid("query").before)),
    )
    .get(
      "/:id/deliveries/:deliveryId",
      describe("One delivery: what was sent, and every attempt", { 200: HookDeliveryDetail }),
      pathParams(DeliveryPath),
      async (c) => {
        const { id, deliveryId } = c.req.valid("param");
        return c.json(await readDelivery(deps, id, deliveryId));
      },
    )
    .post(
      "/:id/deliveries/:deliveryId/replay",
      describe("Send it once more, under its id", { 202: "Promised" }),
      pathParams(DeliveryPath),
      async (c) => {
        await replayDelivery(deps, c.get("staff"), c.req.valid("param"));
        return c.body(null, 202);
      },
    );
