import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parsePage, type Page } from "./dom.ts";

export type Built = {
  /** Path within the hub: "/", "/articles/…/", "/404.html". */
  path: string;
  /** File within `public/`. */
  file: string;
  html: string;
  page: Page;
};

/** Every HTML page that Astro wrote into `publicDir`. */
export function readBuiltPages(publicDir: string): Built[] {
  return globSync("**/*.html", { cwd: publicDir })
    .toSorted()
    .map((name) => {
      const file = name.split(path.sep).join("/");
      const html = readFileSync(path.join(publicDir, file), "utf8");
      return { path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, file, html, page: parsePage(html) };
    });
}
