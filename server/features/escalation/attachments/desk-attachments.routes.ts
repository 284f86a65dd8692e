import { Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import type { StaffEnv } from "#server/auth/staff.ts";
import { filesAlone, type FilesEnv } from "#server/core/files-body.ts";
import { describe, pathParams } from "#server/core/validate.ts";
import { limitUploads } from "#server/limits/limit-uploads.ts";
import type { EscalationDeps } from "../open-escalation.ts";
import { readForStaff } from "./read-attachments.ts";
import { sendDownload } from "./send-download.ts";
import { FILES_MAX } from "../attachment.values.ts";
import { attachForReply, dropWaiting } from "./staff-files.ts";

type Deps = EscalationDeps & { /** Lets staff alone pass. */ guard: MiddlewareHandler<StaffEnv> };
const FilePath = z.object({ id: z.string().max(60) });

/** Files at the desk: what staff attach waits at the case and goes out with their next reply. */
export const deskAttachmentRoutes = (deps: Deps) =>
  new Hono<StaffEnv & FilesEnv>()
    .basePath("/desk")
    .use("/attachments/*", deps.guard)
    .use("/cases/:id/attachments", deps.guard)
    .post(
      "/cases/:id/attachments",
      describe("Attach files (multipart/form-data, parts `files`) to your next reply", { 204: "Kept" }),
      pathParams(FilePath),
      limitUploads(deps),
      filesAlone(FILES_MAX),
      async (c) => {
        await attachForReply(deps, c.get("staff"), c.req.valid("param").id, c.get("files"));
        return c.body(null, 204);
      },
    )
    .get(
      "/attachments/:id",
      describe("Save a file of a case", { 200: "The file, as an attachment" }),
      pathParams(FilePath),
      async (c) => sendDownload(c, await readForStaff(deps.db, c.req.valid("param").id)),
    )
    .delete(
      "/attachments/:id",
      describe("Take back a file that waits for a reply", { 204: "Gone" }),
      pathParams(FilePath),
      async (c) => {
        await dropWaiting(deps, c.get("staff"), c.req.valid("param").id);
        return c.body(null, 204);
      },
    );
