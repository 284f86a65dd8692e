import { html } from "hono/html";
import type { AppError } from "#server/core/errors.ts";
import type { Html, Page } from "./shell.ts";

export type NearArticle = { title: string; url: string; summary: string };

/** An address that leads nowhere: what it may have meant. */
export function notFoundPage(meant: string, near: NearArticle[]): Page {
  return {
    title: "There is no page here",
    page: "not-found",
    main: html`<h1>There is no page here</h1>
      ${near.length > 0 ? nearList(near) : html`<p>The address may be old, or have a letter too many.</p>`}
      <form class="find" action="/search/" method="get" role="search">
        <label for="find-q">Search the articles</label>
        <input id="find-q" name="q" type="search" value="${meant}" />
        <button type="submit">Search</button>
      </form>
      <p><a href="/">All topics</a> · <a href="/contact/">Ask a person</a></p>`,
  };
}

const nearList = (near: NearArticle[]): Html =>
  html`<p>The address may be old. Perhaps you want one of these:</p>
    <ul class="near">
      ${near.map((article) => html`<li><a href="${article.url}">${article.title}</a> <span>${article.summary}</span></li>`)}
    </ul>`;

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
