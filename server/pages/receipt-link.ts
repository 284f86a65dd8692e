import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import { formBody } from "#server/core/validate.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";

type LinkPagesDeps = {
  hub: Pick<Hub, "support">;
  config: Pick<Config, "mail">;
  /** Says nothing of whether there is such a case. @throws AppError "limited" */
  sendFreshLink: (asked: { reference: string; email: string; ipKey: string }) => Promise<void>;
};
type Shown = { hub: Pick<Hub, "support">; mailOn: boolean; expired: boolean };

const LinkForm = z.object({ reference: z.string().trim().min(1).max(40), email: z.email().max(254) });
/** Longer than finding a case and promising its mail takes: the time of the answer says nothing either. */
const ANSWER_MS = 300;

/** A new link to a receipt, by mail to the case's own address. */
export const receiptLinkPages = ({ hub, config, sendFreshLink }: LinkPagesDeps) =>
  new Hono<PageEnv>()
    .get("/receipts/", (c) => sendPage(c, noReceiptPage({ hub, mailOn: config.mail !== null, expired: false })))
    .post("/receipts/", formBody(LinkForm), async (c) => {
      const { ipKey } = c.get("visitor");
      await Promise.all([sendFreshLink({ ...c.req.valid("form"), ipKey }), sleep(ANSWER_MS)]);
      return sendPage(c, askedPage(hub));
    });

/** For a link that opens nothing, or nothing any more. */
export const noReceiptPage = ({ hub, mailOn, expired }: Shown): Page => ({
  title: expired ? "This link has expired" : "This link opens no receipt",
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">Receipt</p>
      <h1>${expired ? "This link has expired" : "This link opens no receipt"}</h1>
      <p class="lede">
        ${
          expired
            ? "A receipt can be read for 90 days after the last word. What you sent is not lost: a new link opens it again."
            : "Perhaps a piece of it was lost on the way, or a newer link has taken its place."
        }
      </p>
    </header>
    ${mailOn ? linkForm : ""}
    <h2 id="else">${mailOn ? "Otherwise" : "What to do"}</h2>
    <ul>
      ${expired ? "" : html`<li>Copy the whole link from the mail, and open it again.</li>`}
      <li>
        Write to <a href="mailto:${hub.support.email}">${hub.support.email}</a> with your reference. It looks like
        <span class="ref">RF-7K2M-041</span>.
      </li>
      <li><a href="/contact/">Ask again</a>: you get a new reference and link at once.</li>
    </ul>`,
});

const linkForm: Html = html`<h2 id="new-link">Send me a new link</h2>
  <form class="stacked" method="post" action="/receipts/">
    <label class="stack">
      Your reference
      <input name="reference" required maxlength="40" autocomplete="off" autocapitalize="characters" />
    </label>
    <label class="stack">
      The e-mail address that you gave
      <input name="email" type="email" autocomplete="email" required maxlength="254" />
    </label>
    <p class="acts">
      <button class="btn main" type="submit">Send me a new link</button>
      <span class="small">The links you had before stop working.</span>
    </p>
  </form>`;

const askedPage = ({ support }: LinkPagesDeps["hub"]): Page => ({
  title: "Look in your mail",
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">Receipt</p>
      <h1>Look in your mail</h1>
      <p class="lede">If there is a request with this reference and address, a new link to it is on its way there.</p>
    </header>
    <ul>
      <li>Nothing after ten minutes? Look among unwanted mail, and check the reference and the address.</li>
      <li>Or write to <a href="mailto:${support.email}">${support.email}</a> with your reference.</li>
    </ul>
    <p class="acts"><a href="/receipts/">Ask once more</a> <a href="/">All topics</a></p>`,
});
