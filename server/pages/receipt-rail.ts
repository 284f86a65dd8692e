import { html } from "hono/html";
import { speech } from "#content/words.ts";
import { sayMoment } from "#server/core/local-time.ts";
import { localTime } from "#server/core/zone-time.ts";
import type { Receipt } from "#server/features/escalation/escalation.schema.ts";
import { fileList } from "./file-list.ts";
import { linked } from "./linked.ts";
import { replyForm } from "./receipt-reply.ts";
import type { ReceiptView } from "./receipt-view.ts";
import type { Html } from "./shell.ts";
import { receiptPageWords as t } from "./receipt-page.words.ts";

type Mark = { state: "done" | "current" | "todo"; at: Date | null; title: string; body: Html | string };

/** What has happened, with its times; the knob is what happens next. */
export function receiptRail(receipt: Receipt, view: ReceiptView): Html {
  const isAnswered = receipt.state === "waiting" || receipt.state === "solved";
  const ends = receipt.state === "solved" ? reopening(view) : closing(receipt, view);
  const marks = [...happened(receipt, view), next(receipt, view), ...(isAnswered ? [] : [later()])];
  return html`<h2 id="now">${t.whatHappensNow}</h2>
    <ol class="steps times" role="list">
      ${marks.map((mark) => renderMark(mark, view))}
    </ol>
    ${receipt.goesOnAs ? "" : ends}`;
}

const done = (at: Date | null, title: string, body: Mark["body"] = ""): Mark => ({ state: "done", at, title, body });
const later = (): Mark => ({
  state: "todo",
  at: null,
  title: t.youSayWhetherIt,
  body: html`<p>${t.ifTheTroubleComes}</p>`,
});

function happened(receipt: Receipt, { hub, link }: ReceiptView): Mark[] {
  const { createdAt, closedAt, goesOnAs, trail, messages, state, attachments } = receipt;
  const along = trail.length > 0 ? `${t.withItems(trail.length)} ` : "";
  const marks = [done(createdAt, t.youSentIt, html`<p>${along}<a href="#sent">${t.seeWhatYouSent}</a></p>`)];
  for (const { id, from, author, body, at } of messages) {
    const words = body && html`<p class="as-typed" dir="auto">${linked(body)}</p>`;
    const who = from === "agent" ? t.answered(author) : body ? t.youWrote : t.youAttached;
    marks.push(done(at, who, html`${words}${fileList(attachments, id, link)}`));
  }
  if (state === "open" && messages.length === 0)
    marks.push(done(null, t.aPersonHasRead, html`<p>${t.supportHasWhatYou(hub.product.name)}</p>`));
  if (closedAt && !goesOnAs) marks.push(done(closedAt, t.closed));
  return marks;
}

function next(receipt: Receipt, view: ReceiptView): Mark {
  const { state, answerBy, goesOnAs } = receipt;
  const mark = (title: string, body: Html, at: Date | null = null): Mark => ({ state: "current", at, title, body });
  if (goesOnAs) return mark(t.readOnThere, wayOn(receipt, goesOnAs, view));
  if (state === "solved") return mark(t.backAgain, replyForm(view, t.whatIsWrongNow, t.sendAndOpenIt));
  if (state === "waiting") return mark(t.itIsYourTurn, replyForm(view, t.didItWorkWhat, t.answer));
  const where = view.mailOn ? t.byEMailAnd : t.onThisPage;
  const form = replyForm(view, t.addSomething, t.add);
  if (!answerBy)
    return mark(
      t.supportIsOnIt,
      html`<p>${t.youHearMoreHere}</p>
        ${form}`,
    );
  const { support } = view.hub;
  const by = sayMoment(answerBy, view.now, support.timeZone);
  if (answerBy >= view.now)
    return mark(
      t.anAnswerAtThe,
      html`<p>${where}, ${by}.</p>
        ${form}`,
      answerBy,
    );
  const late = html`<p>
    ${t.itWasPromisedFor(by)}
    <a href="mailto:${support.email}">${support.email}</a>.
  </p>`;
  return mark(t.theAnswerIsLate, html`${late}${form}`);
}

/** Its link is not known here, and is mailed to the address alone. */
const wayOn = ({ email }: Receipt, reference: string, view: ReceiptView): Html =>
  html`<p>${t.openTheLinkYouGot}</p>
    ${
      view.mailOn
        ? html`<form class="reply" method="post" action="/receipts/">
            <input type="hidden" name="reference" value="${reference}" />
            <input type="hidden" name="email" value="${email}" />
            <p class="acts">
              <button class="btn" type="submit">${t.mailMeThatLink}</button>
              <span class="small">${t.theLinksYouHad}</span>
            </p>
          </form>`
        : ""
    }
    ${replyForm(view, t.addSomething, t.add)}`;

const closing = ({ state }: Receipt, { link }: ReceiptView): Html =>
  html`<form class="rail-end" method="post" action="${new URL(link).pathname}/close">
    <p>
      ${state === "waiting" ? t.itWorked : t.sortedItselfOut}
      <button class="text-btn" type="submit">${t.closeIt}</button>
    </p>
  </form>`;

const reopening = ({ link }: ReceiptView): Html =>
  html`<form class="rail-end" method="post" action="${new URL(link).pathname}/reopen">
    <p>${t.nothingToAddBut} <button class="text-btn" type="submit">${t.openItAgain}</button></p>
  </form>`;

const renderMark = ({ state, at, title, body }: Mark, view: ReceiptView): Html =>
  html`<li class="step" data-state="${state}">
    <h3>${at ? renderTime(at, view) : html`<span class="num"></span>`}<span>${title}</span></h3>
    ${body}
  </li>`;

/** Room for "14:41" or "23 Nov"; the rest is in the title. */
function renderTime(at: Date, { now, hub }: ReceiptView): Html {
  const { timeZone } = hub.support;
  const day = (date: Date) =>
    new Intl.DateTimeFormat(speech().locale, { timeZone, day: "numeric", month: "short" }).format(date);
  const short = day(at) === day(now) ? localTime(at, timeZone) : day(at);
  return html`<time class="num" datetime="${at.toISOString()}" title="${sayMoment(at, now, timeZone)}">${short}</time>`;
}
