import { html } from "hono/html";
import type { Html, Page } from "./shell.ts";
import { votePageWords as t } from "./vote-page.words.ts";

/** What follows a vote without script. */
type Thanks = {
  said: "yes" | "no";
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
  const [given, other] = said === "yes" ? [t.yes, t.no] : [t.no, t.yes];
  return {
    title: t.thankYou,
    page: "vote",
    main: html`<header class="title">
        ${crumb ?? ""}
        <h1>${t.thankYouYourAnswer} ${given}.</h1>
        ${lede ? html`<p class="lede">${lede}</p>` : ""}
      </header>
      ${reasons ?? ""}
      <h2>${t.notWhatYouMeant}</h2>
      <form class="acts" method="post" action="${change.action}">
        ${change.fields}
        <button class="btn" type="submit">${t.changeItTo} ${other}</button>
        ${links}
      </form>`,
  };
}
