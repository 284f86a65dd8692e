import { html } from "hono/html";
import { newSecret } from "#server/core/ids.ts";
import { sayClock, sayMoment } from "#server/core/local-time.ts";
import type { Receipt } from "#server/features/escalation/escalation.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import type { ReceiptView } from "./receipt-view.ts";
import type { Html } from "./shell.ts";

type Mark = { state: "done" | "current" | "todo"; at: Date | null; title: string; body: Html | string };

/** What has happened, with its times; the knob is what happens next. */
export function receiptRail(receipt: Receipt, view: ReceiptView): Html {
  const marks = [...happened(receipt, view), next(receipt, view), ...later(receipt)];
  return html`<h2 id="now">What happens now</h2>
    <ol class="steps times" role="list">
      ${marks.map((mark) => renderMark(mark, view))}
    </ol>
    ${receipt.state === "solved" ? "" : closing(receipt, view)}`;
}

function happened({ createdAt, trail, messages, state }: Receipt, { hub }: ReceiptView): Mark[] {
  const along = trail.length === 1 ? "one item" : `${trail.length} items`;
  const sent =
    trail.length > 0
      ? html`<p>With ${along}. <a href="#sent">See what you sent</a></p>`
      : html`<p><a href="#sent">See what you sent</a></p>`;
  const said = messages.map(({ from, author, body, at }) => ({
    state: "done" as const,
    at,
    title: from === "agent" ? `${author} answered` : "You wrote",
    body: html`<p class="as-typed">${body}</p>`,
  }));
  const read = {
    state: "done" as const,
    at: null,
    title: "A person has read it",
    body: html`<p>${hub.product.name} support has what you sent in front of them.</p>`,
  };
  const inHand = state === "open" && messages.at(-1)?.from !== "customer";
  return [{ state: "done", at: createdAt, title: "You sent it", body: sent }, ...said, ...(inHand ? [read] : [])];
}

function next(receipt: Receipt, view: ReceiptView): Mark {
  const { state, answerBy } = receipt;
  const mark = { state: "current" as const, at: null };
  if (state === "solved")
    return { ...mark, title: "Back again?", body: replyForm(view, "What is wrong now?", "Open it again") };
  if (state === "waiting")
    return { ...mark, title: "It is your turn", body: replyForm(view, "Did it work? What happened?", "Answer") };
  const late = answerBy !== null && answerBy < view.now;
  const by = answerBy && sayMoment(answerBy, view.now, view.hub.support.timeZone);
  const where = view.mailOn ? "By e-mail and on this page." : "On this page.";
  return {
    ...mark,
    at: late ? null : answerBy,
    title: late ? "The answer is late" : "An answer, at the latest",
    body: html`<p>
        ${late ? `It was promised for ${by}. Nothing is lost; if it cannot wait, write to ${view.hub.support.email}.` : `${where} ${by ? `Until ${by}.` : ""}`}
      </p>
      ${replyForm(view, "Add something", "Add")}`,
  };
}

const later = ({ state }: Receipt): Mark[] =>
  state === "solved"
    ? []
    : [
        {
          state: "todo",
          at: null,
          title: "You say whether it worked",
          body: html`<p>If the trouble comes back after that, write here: the same reference opens again.</p>`,
        },
      ];

/** `once` makes a form that is sent twice one message. */
const replyForm = ({ link }: ReceiptView, label: string, button: string): Html =>
  html`<form class="reply" method="post" action="${new URL(link).pathname}/reply">
    <input type="hidden" name="once" value="${newSecret()}" />
    <label class="stack">
      ${label}
      <textarea name="body" rows="3" required maxlength="${MESSAGE_MAX}"></textarea>
    </label>
    <p class="acts"><button class="btn" type="submit">${button}</button></p>
  </form>`;

const closing = ({ state }: Receipt, { link }: ReceiptView): Html =>
  html`<form class="rail-end" method="post" action="${new URL(link).pathname}/close">
    <p>
      ${state === "waiting" ? "It worked?" : "Sorted itself out?"}
      <button class="text-btn" type="submit">Close it</button>
    </p>
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
    new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short" }).format(date);
  const short = day(at) === day(now) ? sayClock(at, timeZone) : day(at);
  return html`<time class="num" datetime="${at.toISOString()}" title="${sayMoment(at, now, timeZone)}">${short}</time>`;
}
