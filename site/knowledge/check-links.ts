import { attribute, findAll, type Element, type Page } from "./dom.ts";
import type { Built } from "./built-pages.ts";

/** Paths that the server answers, or that a later step of the build writes. */
export const ANSWERED_ELSEWHERE =
  /^\/(?:[a-z]{2,3}(?:-[A-Z]\w+)*\/)?(api|ask|desk|pagefind|receipts|search|status|contact|privacy|sign-in)(\/|$)/;

export type Finding = {
  page: Built;
  /** What to look for in the source: the link as written, or the heading. */
  needle: string;
  /** Offset in the built HTML. */
  at: number;
  message: string;
};

/** Internal links that lead nowhere, and anchors that are not there. `files` are the paths in `public/`, "/…". */
export function checkLinks(pages: Built[], files: Set<string>): Finding[] {
  const anchors = anchorsOf(pages);
  return pages.flatMap((page) =>
    linksOf(page.page).flatMap(({ element, link }) => {
      const message = findFault(link, page.path, anchors, files);
      return message ? [{ page, needle: link, at: element.startIndex ?? 0, message }] : [];
    }),
  );
}

/** Whether an address of the hub leads somewhere: says what is wrong with it, or null. */
export function judgeAddresses(pages: Built[], files: Set<string>): (address: string) => string | null {
  const anchors = anchorsOf(pages);
  return (address) => findFault(address, "/", anchors, files);
}

type Anchors = Map<string, Set<string | undefined>>;
const anchorsOf = (pages: Built[]): Anchors => new Map(pages.map(({ path, page }) => [path, readIds(page)]));

const readIds = (page: Page) =>
  new Set(findAll((element) => "id" in element.attribs, page).map((element) => element.attribs["id"]));

function linksOf(page: Page): { element: Element; link: string }[] {
  return findAll((element) => "href" in element.attribs || "src" in element.attribs, page).flatMap((element) => {
    const link = attribute(element, "href") ?? attribute(element, "src") ?? "";
    const outside = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link) || link.startsWith("<!--slot");
    return outside ? [] : [{ element, link }];
  });
}

function findFault(link: string, from: string, anchors: Anchors, files: Set<string>) {
  if (link === "") return "a link without an address";
  const target = URL.parse(link, `http://hub${from}`);
  if (!target) return `the link "${link}" is not an address`;
  const path = decode(target.pathname);
  const anchor = decode(target.hash.slice(1));
  if (path === null || anchor === null) return `the link "${link}" is not an address`;
  const ids = anchors.get(path);
  if (ids) return anchor && !ids.has(anchor) ? `the link "${link}" names a section that is not there` : null;
  if (files.has(path) || ANSWERED_ELSEWHERE.test(path)) return null;
  if (anchors.has(`${path}/`)) return `the link "${link}" needs a slash at the end of its path`;
  return `the link "${link}" leads nowhere`;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
