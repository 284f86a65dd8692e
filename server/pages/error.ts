import { html } from "hono/html";
import type { AppError } from "#server/core/errors.ts";
import type { Page } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** Anything else that went wrong on a page. The reference finds it in the log. */
export function errorPage(error: AppError, requestId: string): Page {
  const title = error.status >= 500 ? t.somethingBrokeHere : t.thatDidNotWork;
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
      <p class="acts"><a href="/">${t.allTopics}</a> <a href="/contact/">${t.talkToAPerson}</a></p>
      <p class="small">${t.reference} ${requestId}</p>`,
  };
}
