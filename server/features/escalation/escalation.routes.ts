import { Hono } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { readIdempotencyKey } from "#server/core/idempotency-key.ts";
import { type FilesEnv, jsonWithFiles } from "#server/core/files-body.ts";
import { describe } from "#server/core/validate.ts";
import { limitUploads } from "#server/limits/limit-uploads.ts";
import { FILES_MAX } from "./attachment.values.ts";
import { createEscalation } from "./create-escalation.ts";
import { EscalationInput, EscalationReceipt } from "./escalation.schema.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { caseProblemWords } from "./case-problems.words.ts";

/** Bytes; a long trail with its details. */
const REQUEST_MAX = 256 * 1024;

/** Asking for a person. */
export function escalationRoutes(deps: EscalationDeps) {
  const running = new Set<string>();
  return new Hono<VisitorEnv & FilesEnv>().post(
    "/escalations",
    describe(
      "Asks for a person; with an Idempotency-Key, sending again sends once. With files: multipart/form-data, the JSON in the part `json`, each file in a part `files`",
      { 201: EscalationReceipt },
    ),
    limitUploads(deps),
    jsonWithFiles(EscalationInput, { limit: REQUEST_MAX, files: FILES_MAX }),
    async (c) => {
      const key = readIdempotencyKey(c.req.header("idempotency-key"));
      const { ipKey } = c.get("visitor");
      const request = { key, ipKey, input: c.req.valid("json"), files: c.get("files") };
      return c.json(await alone(running, key, () => createEscalation(deps, request)), 201);
    },
  );
}

/** Two requests with one key at the same time: the second is told to wait. What other processes do, the database sorts out. */
async function alone<T>(running: Set<string>, key: string | undefined, run: () => Promise<T>): Promise<T> {
  if (key === undefined) return run();
  if (running.has(key)) throw new AppError("conflict", caseProblemWords.beingMade, { retryAfter: 1 });
  running.add(key);
  try {
    return await run();
  } finally {
    running.delete(key);
  }
}
