import type { Context } from "hono";
import { html } from "hono/html";
import { localizeLinks, pathWithout } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import type { HtmlEscapedString } from "hono/utils/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { VisitorEnv } from "#server/core/context.ts";
import type { Build } from "#server/static/build.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
/** What the routes of pages can read; `build` is the one that this response is made of. */
export type PageEnv = VisitorEnv & { Variables: { build: Build } };

export type Page = {
  title: string;
  main: Html;
  /** Kind of page, as `body[data-page]`. */
  page: string;
  /** More for `<head>`. */
  head?: Html;
  /** What stands beside the column of text. */
  beside?: Html;
};

/** Where the language switch of the frame leads: it is one for all pages. */
const SWITCH = /(<a href="(?:\/[A-Za-z-]+)?)\/shell\/"(?= hreflang)/g;
const escapeAttribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The hub's frame around a page that the server writes. */
async function renderShell({ shell, shells }: Pick<Build, "shell" | "shells">, page: Page, url: URL): Promise<string> {
  const slots: Record<string, string> = {
    title: String(await html`${page.title}`),
    main: String(await page.main),
    head: String(await (page.head ?? "")),
    beside: String(await (page.beside ?? "")),
    page: String(await html`${page.page}`),
  };
  const { language } = speech();
  const frame = shells.get(language) ?? shell;
  const here = pathWithout({ languages: ["", ...shells.keys()] }, url.pathname) + url.search;
  const placed = frame.replace(SWITCH, (_all, before: string) => `${before}${escapeAttribute(here)}"`);
  const filled = placed.replace(/<!--slot:(\w+)-->/g, (_slot, name: string) => slots[name] ?? "");
  return shells.has(language) ? localizeLinks({ languages: ["", language] }, language, filled) : filled;
}

/** Answers with such a page. It is made for one reader, so nobody keeps a copy. */
export async function sendPage<E extends PageEnv>(
  c: Context<E>,
  page: Page,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  c.header("Cache-Control", "no-store");
  return c.html(await renderShell(c.get("build"), page, new URL(c.req.url)), status);
}
