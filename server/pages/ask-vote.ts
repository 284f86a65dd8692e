import { html } from "hono/html";
import { ANSWER_REASONS, ANSWER_REASON_LABELS } from "#server/features/ask/ask.values.ts";
import type { Html, Page } from "./shell.ts";
import { thanksPage } from "./vote-thanks.ts";
import { askPageWords as t } from "./ask-page.words.ts";

type Helped = "yes" | "no";

/** "Did this help?" of a reader without script. */
export const helpedForm = (answerId: string): Html =>
  html`<form class="after-answer" method="post" action="/ask/vote/">
    <input type="hidden" name="answerId" value="${answerId}" />
    <span>${t.didThisHelp}</span>
    <button class="text-btn" type="submit" name="helped" value="yes">${t.yes}</button>
    <button class="text-btn" type="submit" name="helped" value="no">${t.no}</button>
  </form>`;

/** Counted; a No may say why, and both can be changed. */
export function votedPage(answerId: string, helped: Helped, told: boolean): Page {
  const isNo = helped === "no";
  return thanksPage({
    said: helped,
    lede: told ? t.theReasonHelpsTo : "",
    reasons: isNo && !told ? reasonsForm(answerId) : null,
    change: { action: "/ask/vote/", fields: votedFields(answerId, isNo ? "yes" : "no") },
    links: html`<a href="/ask/">${t.askSomethingElse}</a>
      ${isNo ? html`<a href="/contact/">${t.talkToAPerson}</a>` : ""}`,
  });
}

const reasonsForm = (answerId: string): Html =>
  html`<form class="stacked" method="post" action="/ask/vote/">
    ${votedFields(answerId, "no")}
    <fieldset>
      <legend>${t.whatWasWrongWith}</legend>
      ${ANSWER_REASONS.map((reason) => html`<label><input type="radio" name="reason" value="${reason}" required /> ${ANSWER_REASON_LABELS[reason]}</label> `)}
    </fieldset>
    <p><button class="btn main" type="submit">${t.send}</button></p>
  </form>`;

const votedFields = (answerId: string, helped: Helped): Html =>
  html`<input type="hidden" name="answerId" value="${answerId}" /><input
      type="hidden"
      name="helped"
      value="${helped}"
    />`;
