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
export function openPage(publicDir: string, address: Address): Built {
  const html = readFileSync(path.join(publicDir, address.file), "utf8");
  return { ...address, html, page: parsePage(html) };
}

/** Changes the HTML of each page. None is ever half a file: Pagefind reads them meanwhile. */
export function rewritePages(publicDir: string, addresses: Address[], rewrite: (html: string, at: Address) => string) {
  for (const address of addresses) {
    const file = path.join(publicDir, address.file);
    writeFileSync(`${file}.next`, rewrite(readFileSync(file, "utf8"), address));
    renameSync(`${file}.next`, file);
  }
}
