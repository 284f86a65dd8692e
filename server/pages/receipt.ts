import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { type FilesEnv, formWithFiles } from "#server/core/files-body.ts";
import { pathParams } from "#server/core/validate.ts";
import { FILES_MAX } from "#server/features/escalation/attachment.values.ts";
import { ReplyInput, type Receipt } from "#server/features/escalation/escalation.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { limitUploads } from "#server/limits/limit-uploads.ts";
import type { Db } from "#db/database.ts";
import { noReceiptPage } from "./receipt-link.ts";
import { receiptPage, type Refused } from "./receipt-view.ts";
import { sendPage, type PageEnv } from "./shell.ts";

export type ReceiptPagesDeps = {
  db: Db;
  hub: Pick<Hub, "product" | "support">;
  config: Pick<Config, "publicUrl" | "mail">;
  clock: Clock;
  /** Each throws AppError "not_found" for a link that opens nothing. */
  readReceipt: (secret: string) => Promise<Receipt>;
  reply: (secret: string, reply: { body: string; once: string; files: File[] }) => Promise<void>;
  close: (secret: string) => Promise<void>;
  reopen: (secret: string) => Promise<void>;
  /** Gives the address where a time is booked. */
  openBooking: (secret: string) => Promise<string>;
};

const Link = z.object({ secret: z.string().max(60) });
/** A file may stand for words. */
const ReplyForm = z.object({
  body: z.union([ReplyInput.shape.body, z.string().trim().length(0)]).default(""),
  once: z.string().regex(/^[\w-]{10,40}$/),
});
/** Bytes; a letter may be four of them, and a form writes each as three signs. */
const WORDS_MAX = MESSAGE_MAX * 12 + 1024;
type Ctx = Context<PageEnv & FilesEnv>;

/** `/receipts/<secret>`: a case as its customer sees it. Needs no script; whoever has the link can read and answer. */
export function receiptPages(deps: ReceiptPagesDeps) {
  const show = (c: Ctx, secret: string, refused?: AppError, body = "") =>
    showReceipt(deps, c, secret, refused && { error: refused, says: refused.message, body });
  return new Hono<PageEnv & FilesEnv>()
    .get("/receipts/:secret", pathParams(Link), async (c) => show(c, c.req.valid("param").secret))
    .post(
      "/receipts/:secret/reply",
      pathParams(Link),
      limitUploads(deps),
      formWithFiles(ReplyForm, { limit: WORDS_MAX, files: FILES_MAX }),
      async (c) => {
        const { secret } = c.req.valid("param");
        const form = c.req.valid("form");
        try {
          await deps.reply(secret, { ...form, files: c.get("files") });
        } catch (error) {
          if (!(error instanceof AppError) || error.status >= 500 || error.code === "not_found") throw error;
          return show(c, secret, error, form.body);
        }
        return c.redirect(`/receipts/${secret}#now`, 303);
      },
    )
    .post("/receipts/:secret/close", pathParams(Link), async (c) => {
      const { secret } = c.req.valid("param");
      await deps.close(secret);
      return c.redirect(`/receipts/${secret}`, 303);
    })
    .post("/receipts/:secret/reopen", pathParams(Link), async (c) => {
      const { secret } = c.req.valid("param");
      await deps.reopen(secret);
      return c.redirect(`/receipts/${secret}#now`, 303);
    })
    .get("/receipts/:secret/book", pathParams(Link), async (c) => {
      c.header("Cache-Control", "no-store");
      return c.redirect(await deps.openBooking(c.req.valid("param").secret), 302);
    });
}

async function showReceipt(
  { hub, config, clock, readReceipt }: ReceiptPagesDeps,
  c: Ctx,
  secret: string,
  refused: (Refused & { error: AppError }) | undefined,
): Promise<Response> {
  c.header("X-Robots-Tag", "noindex");
  const mailOn = config.mail !== null;
  try {
    const receipt = await readReceipt(secret);
    const view = { hub, link: `${config.publicUrl}/receipts/${secret}`, now: clock.now(), mailOn, refused };
    return await sendPage(c, receiptPage(receipt, view), refused?.error.status ?? 200);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    return sendPage(c, noReceiptPage({ hub, mailOn, expired: error.extra["expired"] === true }), 404);
  }
}
