import { Hono } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { newId } from "#server/core/ids.ts";
import { streamEvents } from "#server/core/stream-events.ts";
import { describe, queryParams } from "#server/core/validate.ts";
import { countStreams } from "#server/limits/open-streams.ts";
import { openCaseFeed, type FeedDeps } from "./case-feed.ts";
import { EventsQuery } from "./cases.schema.ts";
import { streamCases } from "./stream-cases.ts";

export type DeskEventsDeps = FeedDeps & {
  shutdown: AbortSignal;
  /** Whether who sent these is an agent still: a stream outlives the request that was let in. */
  mayWatch: (headers: Headers) => Promise<boolean>;
};

/** A window of the desk is one stream. */
const STREAMS = { each: 30, all: 1000, says: () => "The desk is open in many windows. Close some.", retryAfter: 60 };

/** What changes while somebody looks. For staff: whoever mounts it guards it. */
export function deskEventRoutes(deps: DeskEventsDeps) {
  const streams = countStreams(STREAMS);
  const feed = openCaseFeed(deps);
  return new Hono<StaffEnv>().get(
    "/events",
    describe("Events: `cases` that changed, `viewers` of the case that is open, `end`", { 200: "text/event-stream" }),
    queryParams(EventsQuery),
    (c) => {
      // A HEAD has no body whose end would be noticed.
      if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" });
      const staffId = c.get("staff").id;
      const close = streams.open(staffId);
      const watcher = { id: newId("view"), staffId, caseId: c.req.valid("query").case ?? null };
      const mayWatch = () => deps.mayWatch(c.req.raw.headers);
      return streamEvents(c, (stream) => streamCases(stream, { ...deps, feed, watcher, mayWatch }).finally(close));
    },
  );
}
