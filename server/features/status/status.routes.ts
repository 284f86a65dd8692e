import { Hono } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe } from "#server/core/validate.ts";
import type { Status } from "./open-status.ts";
import { HubStatus } from "./status.schema.ts";

/** How the CRMs are, by their vendors' own pages, and this hub. */
export const statusRoutes = ({ status }: { status: Status }) =>
  new Hono<VisitorEnv>().get(
    "/status",
    describe("How each CRM's service is by its vendor's own status page, and how this hub is", { 200: HubStatus }),
    async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await status.read());
    },
  );
