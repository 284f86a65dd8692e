import { Hono } from "hono";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { CHANNEL_KINDS } from "#server/outbox/channels/channels.ts";
import { sendAgain } from "#server/outbox/outbox.ts";
import type { SupportDeps } from "#server/outbox/tell-support.ts";
import { DeliveryList, DeliveryQuery, Retried, RetryAll } from "./deliveries.schema.ts";
import { listDeliveries } from "./list-deliveries.ts";

export type DeliveryDeps = SupportDeps & { db: Db; clock: Clock };

const DeliveryPath = z.object({ id: z.string().max(60) });

/** What the hub could not deliver. For staff: whoever mounts it guards it. */
export const deliveryRoutes = (deps: DeliveryDeps) =>
  new Hono<StaffEnv>()
    .get(
      "/",
      describe("List what waits or was given up", { 200: DeliveryList }),
      queryParams(DeliveryQuery),
      async (c) => c.json(await listDeliveries(deps, c.req.valid("query"))),
    )
    .post(
      "/retry",
      describe("Send again all that a channel gave up", { 200: Retried }),
      jsonBody(RetryAll),
      async (c) => {
        const kind = CHANNEL_KINDS.find((known) => known === c.req.valid("json").kind);
        if (!kind) throw new AppError("not_found", "There is no such channel.");
        const again = await deps.db.transaction(async (tx) => {
          const count = await sendAgain(tx, deps.clock, { kind });
          const deed = { action: "deliveries.retried", objectId: kind, detail: { count } };
          if (count > 0) await noteAudit(tx, deps.clock, c.get("staff"), deed);
          return count;
        });
        return c.json({ again });
      },
    )
    .post(
      "/:id/retry",
      describe("Send a failed delivery again", { 204: "Waiting" }),
      pathParams(DeliveryPath),
      async (c) => {
        const { id } = c.req.valid("param");
        await deps.db.transaction(async (tx) => {
          const found = await sendAgain(tx, deps.clock, { id });
          if (!found) throw new AppError("not_found", "No failed delivery has this id.");
          await noteAudit(tx, deps.clock, c.get("staff"), { action: "delivery.retried", objectId: id });
        });
        return c.body(null, 204);
      },
    );
