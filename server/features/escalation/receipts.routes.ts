import { Hono } from "hono";
import { z } from "zod";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, pathParams } from "#server/core/validate.ts";
import { readForCustomer } from "./attachments/read-attachments.ts";
import { sendDownload } from "./attachments/send-download.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";

const FilePath = z.object({ secret: z.string().max(60), id: z.string().max(60) });

/** What the holder of a receipt's link may have beside its page. */
export const receiptRoutes = (deps: EscalationDeps) =>
  new Hono<VisitorEnv>().get(
    "/receipts/:secret/attachments/:id",
    describe("Save a file of one's own request", { 200: "The file, as an attachment" }),
    pathParams(FilePath),
    async (c) => {
      const { secret, id } = c.req.valid("param");
      const kept = await findByReceipt(deps, secret);
      return sendDownload(c, await readForCustomer(deps.db, kept.id, id));
    },
  );
