import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import { sayMoment } from "#server/core/local-time.ts";
import type { Receipt } from "#server/features/escalation/escalation.schema.ts";
import { fileList } from "./file-list.ts";
import { linked } from "./linked.ts";
import { receiptRail } from "./receipt-rail.ts";
import type { Html, Page } from "./shell.ts";
import { receiptPageWords as t } from "./receipt-page.words.ts";

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
  title: t.receipt2(receipt.reference),
  page: "receipt",
  main: html`<header class="title">
      <p class="crumb">${t.receipt}</p>
      <h1>
        ${receipt.goesOnAs ? t.thisGoesOnAs : headlines()[receipt.state]}
        <span class="ref">${receipt.goesOnAs ?? receipt.reference}</span>
      </h1>
      <p class="lede">${sayNext(receipt, view)}</p>
    </header>
    ${receiptRail(receipt, view)} ${whatWasSent(receipt, view)}`,
  beside: html`<aside class="side-col" aria-label="${t.besideTheReceipt}">
    <section>
      <h2>${t.keepThisLink}</h2>
      <p>${t.itIsTheOnly}</p>
      <p class="plink">${view.link}</p>
      <p class="small">${t.itWorksUntil(sayMoment(receipt.expiresAt, view.now, view.hub.support.timeZone))}</p>
    </section>
    ${rather(receipt, view)}
  </aside>`,
});

const headlines = (): Record<Receipt["state"], string> => ({
  new: t.weHaveItYour,
  open: t.aPersonHasIt,
  waiting: t.youHaveAnAnswer,
  solved: t.thisIsClosedYour,
});

function sayNext({ state, reference, email, mail, goesOnAs }: Receipt, { mailOn }: ReceiptView): Html | string {
  if (goesOnAs) return t.supportHasPutIt(reference);
  if (state === "solved") return t.ifTheTroubleComes2;
  if (state === "waiting") return t.didItWorkSay;
  if (mail === "held") return t.youNeedNotDo;
  return mailOn ? html`${t.youNeedNotDo2} <span class="ref">${email}</span>.` : t.youNeedNotDo3;
}

const whatWasSent = ({ subject, message, trail, attachments }: Receipt, { link }: ReceiptView): Html =>
  html`<h2 id="sent">${t.whatYouSent}</h2>
    ${subject ? html`<p dir="auto"><b>${subject}</b></p>` : ""}
    <blockquote><p class="as-typed" dir="auto">${linked(message)}</p></blockquote>
    ${fileList(attachments, null, link)}
    ${
      trail.length === 0
        ? html`<p class="small">${t.nothingElseWentAlong}</p>`
        : html`<ul class="facts plain sent">
            ${trail.map(
              ({ title }) =>
                html`<li class="fact">
                  <svg class="ico" aria-hidden="true"><use href="/icons.svg#i-tick" /></svg
                  ><span dir="auto">${title}</span>
                </li>`,
            )}
          </ul>`
    }`;

function rather({ reference }: Receipt, { hub, link }: ReceiptView): Html | string {
  const { bookingUrl, email } = hub.support;
  return html`<section>
    <h2>${t.ratherTalk}</h2>
    ${
      bookingUrl
        ? html`<p>${t.yourReferenceYourName}</p>
            <p><a class="btn sm" href="${new URL(link).pathname}/book" rel="nofollow">${t.bookATime}</a></p>`
        : ""
    }
    <p>${t.byMailWithYour} <a href="mailto:${email}?subject=${encodeURIComponent(reference)}">${email}</a></p>
  </section>`;
}
