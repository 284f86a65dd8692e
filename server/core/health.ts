import { Hono } from "hono";
import type { VisitorEnv } from "./context.ts";

type HealthDeps = {
  shutdown: AbortSignal;
};

/** `/healthz`: the process lives. `/readyz`: send it readers; 503 while the database is away or the process is about to stop. */
export function healthRoutes(deps: HealthDeps) {
  return new Hono<VisitorEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const reasons = deps.shutdown.aborted ? ["stopping"] : [];
      return c.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
    });
}
