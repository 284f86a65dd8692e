import { Hono } from "hono";
import { compress } from "hono/compress";
import type { VisitorEnv } from "#server/core/context.ts";
import { streamEvents } from "#server/core/stream-events.ts";
import { describe } from "#server/core/validate.ts";
import { countStreams } from "#server/limits/open-streams.ts";
import type { Status } from "./open-status.ts";
import { HubStatus } from "./status.schema.ts";
import { streamStatus } from "./stream-status.ts";

export type StatusRoutesDeps = { status: Status; shutdown: AbortSignal };

/** Generous: an office looks from one address. */
const STREAMS = { each: 30, all: 2000, says: () => "Many tabs are watching from where you are.", retryAfter: 60 };

/** How the CRMs are, by their vendors' own pages, and this hub. */
export function statusRoutes({ status, shutdown }: StatusRoutesDeps) {
  const streams = countStreams(STREAMS);
  return new Hono<VisitorEnv>()
    .get(
      "/status",
      describe("How each CRM is, by its vendor's own status page, and how this hub is", { 200: HubStatus }),
      // every page that speaks of a CRM asks for it
      compress(),
      async (c) => {
        return c.json(await status.read());
      },
    )
    .get(
      "/status/events",
      describe("The same as events: `status` when it changes, `end` when the hub stops", { 200: "text/event-stream" }),
      (c) => {
        // A HEAD has no body whose end would be noticed.
        if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" });
        const close = streams.open(c.get("visitor").ipKey);
        return streamEvents(c, (stream) => streamStatus(stream, status, shutdown).finally(close));
      },
    );
}
