import { html } from "hono/html";
import type { AppError } from "#server/core/errors.ts";
import type { Page } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** As what is there again soon: busy, or its database away. */
const PASSING = new Set([429, 503]);

/**
 * Anything else that went wrong on a page. The reference finds it in the log. `isRead`: the page was only to be read, and what
 * passes by itself may be tried again.
 */
export function errorPage(error: AppError, requestId: string, isRead: boolean): Page {
  const isPassing = PASSING.has(error.status);
  const broken = error.status >= 500 ? t.somethingBrokeHere : t.thatDidNotWork;
  const title = isPassing ? t.notJustNow : broken;
  return {
    title,
    page: "error",
    main: html`<header class="title">
        <h1>${title}</h1>
        <p class="lede">${error.message}</p>
      </header>
      ${
        error.fields.length > 0
          ? html`<ul>
              ${error.fields.map(({ path, message }) => html`<li>${path}: ${message}</li>`)}
            </ul>`
          : ""
      }
      <p class="acts">
        ${isRead && isPassing ? html`<a class="btn" href="">${t.loadItAgain}</a>` : ""} <a href="/">${t.allTopics}</a>
        <a href="/contact/">${t.talkToAPerson}</a>
      </p>
      <p class="small">${t.reference} ${requestId}</p>`,
  };
}
