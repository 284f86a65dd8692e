import { html } from "hono/html";
import type { AppError } from "#server/core/errors.ts";
import type { Page } from "./shell.ts";

/** Anything else that went wrong on a page. The reference finds it in the log. */
export const errorPage = (error: AppError, requestId: string): Page => ({
  title: error.status >= 500 ? "Something broke here" : "That did not work",
  page: "error",
  main: html`<h1>${error.status >= 500 ? "Something broke here" : "That did not work"}</h1>
    <p>${error.message}</p>
    ${
      error.fields.length > 0
        ? html`<ul>
            ${error.fields.map((field) => html`<li>${field.path}: ${field.message}</li>`)}
          </ul>`
        : ""
    }
    <p><a href="/">All topics</a> · <a href="/contact/">Ask a person</a></p>
    <p class="meta">Reference: ${requestId}</p>`,
});
