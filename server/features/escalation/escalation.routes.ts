import { Hono } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { createEscalation } from "./create-escalation.ts";
import { EscalationInput, EscalationReceipt, IdempotencyKey } from "./escalation.schema.ts";
import type { EscalationDeps } from "./open-escalation.ts";

/** Bytes; a long trail with its details. */
const REQUEST_MAX = 256 * 1024;

/** Asking for a person. */
export function escalationRoutes(deps: EscalationDeps) {
  const running = new Set<string>();
  return new Hono<VisitorEnv>().post(
    "/escalations",
    describe("Asks for a person; with an Idempotency-Key, sending again sends once", { 201: EscalationReceipt }),
    jsonBody(EscalationInput, { limit: REQUEST_MAX }),
    async (c) => {
      const key = readKey(c.req.header("idempotency-key"));
      const request = { key, ipKey: c.get("visitor").ipKey, input: c.req.valid("json") };
      return c.json(await alone(running, key, () => createEscalation(deps, request)), 201);
    },
  );
}

function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = IdempotencyKey.safeParse(header);
  if (key.success) return key.data;
  const fields = [{ path: "Idempotency-Key", message: "use 8 to 200 characters" }];
  throw new AppError("bad_request", "The Idempotency-Key has the wrong length.", { fields });
}

/** Two requests with one key at the same time: the second is told to wait. What other processes do, the database sorts out. */
async function alone<T>(running: Set<string>, key: string | undefined, run: () => Promise<T>): Promise<T> {
  if (key === undefined) return run();
  if (running.has(key))
    throw new AppError("conflict", "The same request is being made right now. Send it again.", { retryAfter: 1 });
  running.add(key);
  try {
    return await run();
  } finally {
    running.delete(key);
  }
}
