import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import { sayMoment } from "#server/core/local-time.ts";
import type { Receipt } from "#server/features/escalation/escalation.schema.ts";
import { fileList } from "./file-list.ts";
import { receiptRail } from "./receipt-rail.ts";
import type { Html, Page } from "./shell.ts";

/** What was wrong with a reply, and its words, so that nothing has to be typed twice. */
export type Refused = { says: string; body: string };
export type ReceiptView = {
  hub: Pick<Hub, "product" | "support">;
  /** The address of this page. */
  link: string;
  now: Date;
  mailOn: boolean;
  refused?: Refused | undefined;
};

export const receiptPage = (receipt: Receipt, view: ReceiptView): Page => ({
  title: `Receipt ${receipt.reference}`,
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">Receipt</p>
      <h1>${HEADLINES[receipt.state]} <span class="ref">${receipt.reference}</span></h1>
      <p class="lede">${sayNext(receipt, view)}</p>
    </header>
    ${receiptRail(receipt, view)} ${whatWasSent(receipt, view)}`,
  beside: html`<aside class="side-col" aria-label="Beside the receipt">
    <section>
      <h2>Keep this link</h2>
      <p>It is the only key to this page. Whoever has it can read and answer.</p>
      <p class="plink">${view.link}</p>
      <p class="small">It works until ${sayMoment(receipt.expiresAt, view.now, view.hub.support.timeZone)}.</p>
    </section>
    ${rather(receipt, view)}
  </aside>`,
});

const HEADLINES: Record<Receipt["state"], string> = {
  new: "We have it. Your reference is",
  open: "A person has it. Your reference is",
  waiting: "You have an answer. Your reference is",
  solved: "This is closed. Your reference was",
};

function sayNext({ state, email, mail }: Receipt, { mailOn }: ReceiptView): Html | string {
  if (state === "solved") return "If the trouble comes back, write here and the same reference opens again.";
  if (state === "waiting") return "Did it work? Say so below, or write back.";
  if (mail === "held")
    return "You need not do anything. No mail could go out just now: keep the link of this page, the answer will stand here.";
  return mailOn
    ? html`You need not do anything. A mail with this link went to <span class="ref">${email}</span>.`
    : "You need not do anything. This hub sends no mail: keep the link of this page, the answer will stand here.";
}

const whatWasSent = ({ subject, message, trail, attachments }: Receipt, { link }: ReceiptView): Html =>
  html`<h2 id="sent">What you sent</h2>
    ${subject ? html`<p><b>${subject}</b></p>` : ""}
    <blockquote><p class="as-typed">${message}</p></blockquote>
    ${fileList(attachments, null, link)}
    ${
      trail.length === 0
        ? html`<p class="small">Nothing else went along.</p>`
        : html`<ul class="facts plain sent">
            ${trail.map(
              ({ title }) =>
                html`<li class="fact">
                  <svg class="ico" aria-hidden="true"><use href="/icons.svg#i-tick" /></svg><span>${title}</span>
                </li>`,
            )}
          </ul>`
    }`;

function rather({ reference }: Receipt, { hub, link }: ReceiptView): Html | string {
  const { bookingUrl, email } = hub.support;
  return html`<section>
    <h2>Rather talk?</h2>
    ${
      bookingUrl
        ? html`<p>Your reference, your name and the page are filled in. Support sees that you went there.</p>
            <p><a class="btn sm" href="${new URL(link).pathname}/book" rel="nofollow">Book a time</a></p>`
        : ""
    }
    <p>By mail, with your reference: <a href="mailto:${email}?subject=${encodeURIComponent(reference)}">${email}</a></p>
  </section>`;
}
