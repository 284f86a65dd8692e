import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { formBody, pathParams } from "#server/core/validate.ts";
import { ReplyInput, type Receipt } from "#server/features/escalation/escalation.schema.ts";
import { receiptPage } from "./receipt-view.ts";
import { sendPage, type Page, type PageEnv } from "./shell.ts";

export type ReceiptPagesDeps = {
  hub: Pick<Hub, "product" | "support">;
  config: Pick<Config, "publicUrl" | "mail">;
  clock: Clock;
  /** Each throws AppError "not_found" for a link that opens nothing. */
  readReceipt: (secret: string) => Promise<Receipt>;
  reply: (secret: string, reply: { body: string; once: string }) => Promise<void>;
  close: (secret: string) => Promise<void>;
};

const Link = z.object({ secret: z.string().max(60) });
const ReplyForm = ReplyInput.extend({ once: z.string().regex(/^[\w-]{10,40}$/) });

/** `/receipts/<secret>`: a case as its customer sees it. Needs no script; whoever has the link can read and answer. */
export const receiptPages = (deps: ReceiptPagesDeps) =>
  new Hono<PageEnv>()
    .get("/receipts/:secret", pathParams(Link), async (c) => {
      const { secret } = c.req.valid("param");
      const receipt = await deps.readReceipt(secret).catch(nullWhereNotFound);
      if (!receipt) return sendPage(c, unknownPage(deps.hub), 404);
      c.header("X-Robots-Tag", "noindex");
      const link = `${deps.config.publicUrl}/receipts/${secret}`;
      return sendPage(
        c,
        receiptPage(receipt, { ...deps, link, now: deps.clock.now(), mailOn: deps.config.mail !== null }),
      );
    })
    .post("/receipts/:secret/reply", pathParams(Link), formBody(ReplyForm), async (c) => {
      const { secret } = c.req.valid("param");
      await deps.reply(secret, c.req.valid("form"));
      return c.redirect(`/receipts/${secret}#now`, 303);
    })
    .post("/receipts/:secret/close", pathParams(Link), async (c) => {
      const { secret } = c.req.valid("param");
      await deps.close(secret);
      return c.redirect(`/receipts/${secret}`, 303);
    });

function nullWhereNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

const unknownPage = ({ support }: ReceiptPagesDeps["hub"]): Page => ({
  title: "This link opens no receipt",
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">Receipt</p>
      <h1>This link opens no receipt</h1>
      <p class="lede">Perhaps a piece of it was lost on the way, or it has expired.</p>
    </header>
    <ul>
      <li>Copy the whole link from the mail, and open it again.</li>
      <li>
        Write to <a href="mailto:${support.email}">${support.email}</a> with your reference. It looks like
        <span class="ref">RF-7K2M-041</span>.
      </li>
      <li><a href="/contact/">Ask again</a>: you get a new reference and link at once.</li>
    </ul>`,
});
