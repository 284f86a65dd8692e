import { globSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parsePage, type Page } from "./dom.ts";

export type Address = {
  /** Path within the hub: "/", "/articles/…/", "/404.html". */
  path: string;
  /** File within `public/`. */
  file: string;
};
export type Built = Address & { html: string; page: Page };

/** Where every HTML page stands that Astro wrote into `publicDir`. */
export const listPages = (publicDir: string): Address[] =>
  globSync("**/*.html", { cwd: publicDir })
    .toSorted()
    .map((name) => {
      const file = name.split(path.sep).join("/");
      return { path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, file };
    });

/** One page after another: the trees of thousands would not fit into memory at once. */
export function* openPages(publicDir: string, addresses: Address[], rewrite: Rewrite = same): Generator<Built> {
  for (const address of addresses) {
    const written = readFileSync(path.join(publicDir, address.file), "utf8");
    const html = rewrite(written, address.path);
    if (html !== written) replaceFile(path.join(publicDir, address.file), html);
    yield { ...address, html, page: parsePage(html) };
  }
}

/** What becomes of the HTML of a page. */
export type Rewrite = (html: string, path: string) => string;
const same: Rewrite = (html) => html;

/** Never half a file: Pagefind reads the pages meanwhile. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.next`, text);
  renameSync(`${file}.next`, file);
}
