import { Hono } from "hono";
import type { VisitorEnv } from "./context.ts";
import { inTime } from "./in-time.ts";

type HealthDeps = {
  shutdown: AbortSignal;
  /** Rejects when the database does not answer. */
  ping: () => Promise<void>;
  /** Rejects when it takes no writes: a full disk, a read-only database. */
  probeWrites: () => Promise<void>;
};

const PATIENCE_MS = 2000;

/**
 * `/healthz`: the process lives. `/readyz`: send it readers; 503 while the database is away or takes no writes, or the
 * process is about to stop.
 */
export function healthRoutes({ shutdown, ping, probeWrites }: HealthDeps) {
  return new Hono<VisitorEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const reasons = shutdown.aborted ? ["stopping"] : [];
      if (!(await answers(ping))) reasons.push("database");
      else if (!(await answers(probeWrites))) reasons.push("writes");
      c.header("Cache-Control", "no-store");
      return c.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
    });
}

const answers = (ping: () => Promise<void>): Promise<boolean> =>
  inTime(ping(), PATIENCE_MS).then(
    () => true,
    () => false,
  );
