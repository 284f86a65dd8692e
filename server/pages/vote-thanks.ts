import { html } from "hono/html";
import type { Html, Page } from "./shell.ts";

type Answer = "Yes" | "No";

/** What follows a vote without script. */
type Thanks = {
  said: Answer;
  crumb?: Html;
  lede: string;
  /** The form that asks why; null once that is told. */
  reasons: Html | null;
  /** Where votes go, with the hidden fields of the other answer. */
  change: { action: string; fields: Html };
  links: Html;
};

/** Thanks, the reasons, and a way to change the vote. */
export function thanksPage({ said, crumb, lede, reasons, change, links }: Thanks): Page {
  const other: Answer = said === "Yes" ? "No" : "Yes";
  return {
    title: "Thank you",
    page: "vote",
    main: html`<header class="title">
        ${crumb ?? ""}
        <h1>Thank you. Your answer counts: ${said}.</h1>
        ${lede ? html`<p class="lede">${lede}</p>` : ""}
      </header>
      ${reasons ?? ""}
      <h2>Not what you meant?</h2>
      <form class="acts" method="post" action="${change.action}">
        ${change.fields}
        <button class="btn" type="submit">Change it to ${other}</button>
        ${links}
      </form>`,
  };
}
