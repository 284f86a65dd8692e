import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import { formBody } from "#server/core/validate.ts";
import { inEvenTime } from "./even-time.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { receiptPageWords as t } from "./receipt-page.words.ts";

type LinkPagesDeps = {
  hub: Pick<Hub, "support">;
  config: Pick<Config, "mail">;
  /** Says nothing of whether there is such a case. @throws AppError "limited" */
  sendFreshLink: (asked: { reference: string; email: string; ipKey: string }) => Promise<void>;
};
type Shown = { hub: Pick<Hub, "support">; mailOn: boolean; expired: boolean };

const LinkForm = z.object({ reference: z.string().trim().min(1).max(40), email: z.email().max(254) });

/** A new link to a receipt, by mail to the case's own address. */
export const receiptLinkPages = ({ hub, config, sendFreshLink }: LinkPagesDeps) =>
  new Hono<PageEnv>()
    .get("/receipts/", (c) => sendPage(c, noReceiptPage({ hub, mailOn: config.mail !== null, expired: false })))
    .post("/receipts/", formBody(LinkForm), async (c) => {
      const { ipKey } = c.get("visitor");
      await inEvenTime(sendFreshLink({ ...c.req.valid("form"), ipKey }));
      return sendPage(c, askedPage(hub));
    });

/** For a link that opens nothing, or nothing any more. */
export const noReceiptPage = ({ hub, mailOn, expired }: Shown): Page => ({
  title: expired ? t.thisLinkHasExpired : t.thisLinkOpensNo,
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">${t.receipt}</p>
      <h1>${expired ? t.thisLinkHasExpired : t.thisLinkOpensNo}</h1>
      <p class="lede">${expired ? t.aReceiptCanBe : t.perhapsAPieceOf}</p>
    </header>
    ${mailOn ? linkForm() : ""}
    <h2 id="else">${mailOn ? t.otherwise : t.whatToDo}</h2>
    <ul>
      ${expired ? "" : html`<li>${t.copyTheWholeLink}</li>`}
      <li>
        ${t.writeTo} <a href="mailto:${hub.support.email}">${hub.support.email}</a> ${t.withYourReferenceIt}
        <span class="ref">RF-7K2M-041</span>.
      </li>
      <li><a href="/contact/">${t.askAgain}</a>${t.youGetANew}</li>
    </ul>`,
});

const linkForm = (): Html =>
  html`<h2 id="new-link">${t.sendMeANew}</h2>
    <form class="stacked" method="post" action="/receipts/">
      <label class="stack">
        ${t.yourReference}
        <input name="reference" required maxlength="40" autocomplete="off" autocapitalize="characters" />
      </label>
      <label class="stack">
        ${t.theEMailAddress}
        <input name="email" type="email" autocomplete="email" required maxlength="254" />
      </label>
      <p class="acts">
        <button class="btn main" type="submit">${t.sendMeANew}</button>
        <span class="small">${t.theLinksYouHad}</span>
      </p>
    </form>`;

/** The same for everybody. Whether mails are held back is not looked up: an answer that changed with it would tell known pairs. */
const askedPage = ({ support }: LinkPagesDeps["hub"]): Page => ({
  title: t.lookInYourMail,
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">${t.receipt}</p>
      <h1>${t.lookInYourMail}</h1>
      <p class="lede">${t.ifThereIsA}</p>
    </header>
    <ul>
      <li>${t.nothingAfterTenMinutes}</li>
      <li>${t.whenMuchMailGoes}</li>
      <li>${t.orWriteTo} <a href="mailto:${support.email}">${support.email}</a> ${t.withYourReference}</li>
    </ul>
    <p class="acts"><a href="/receipts/">${t.askOnceMore}</a> <a href="/">${t.allTopics}</a></p>`,
});
