import { html } from "hono/html";
import { splitLinks } from "#content/split-links.ts";
import type { Html } from "./shell.ts";

/** What somebody wrote, with its addresses to press: in a window of their own, since the page may stand in a widget. */
export const linked = (text: string): (Html | string)[] =>
  splitLinks(text).map(({ text: part, href }) =>
    href === null
      ? part
      : html`<a href="${href}" dir="ltr" target="_blank" rel="noopener noreferrer nofollow">${part}</a>`,
  );
