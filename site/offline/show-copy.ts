/** What a copy says of itself, in places that its page was built with: layouts/copy-line.astro, pages/offline.astro. */
import type { Copies } from "./copies.ts";

/** A page from the device says that it is, and since when the device has it. */
export async function showCopy(copies: Copies, path: string): Promise<Response | undefined> {
  const copy = await copies.find(path);
  if (!copy) return undefined;
  const since = copy.headers.get("date");
  return rewrite(copy, (html) =>
    html
      .replace(/ data-copy hidden/, " data-copy")
      .replace(/<time data-since[^>]*>/, () => (since ? `<time>${sayMoment(since, html)}` : "<time>")),
  );
}

/** In place of a page that the device has no copy of: what it has. */
export async function listCopies(copies: Copies, path: string): Promise<Response | undefined> {
  const page = await copies.findOffline(path);
  if (!page) return undefined;
  const items = await Promise.all(
    (await copies.listPages()).map(async (each) => {
      const html = (await (await copies.find(each))?.text()) ?? "";
      const [, title = each] = /<h1[^>]*>\s*([^<]+)/.exec(html) ?? [];
      const [, marks = ""] = /<html (lang="[\w-]+" dir="\w+")/.exec(html) ?? [];
      return `<li ${marks}><a href="${each}">${title}</a></li>`;
    }),
  );
  return rewrite(page, (html) => html.replace("<!--copies-->", () => items.join("")));
}

const languageOf = (html: string): string => /<html lang="([\w-]+)"/.exec(html)?.[1] ?? "en";

/** In the language of the page. */
function sayMoment(date: string, html: string): string {
  const language = languageOf(html);
  const style = { dateStyle: "long", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, style).format(new Date(date));
}

async function rewrite(response: Response, change: (html: string) => string): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of ["content-length", "content-encoding", "etag"]) headers.delete(name);
  return new Response(change(await response.text()), { headers });
}
