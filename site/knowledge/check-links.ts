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

export type Judge = (link: string, from?: string) => string | null;

/** What pages link to, and what can be linked to. A page is forgotten once it is read, but for the names of its parts. */
export function createLinkBook() {
  const anchors: Anchors = new Map();
  const links = new Set<string>();
  return {
    read({ path, page }: Built): void {
      const ids = joinIds(page);
      anchors.set(path, ids);
      for (const { link } of linksOf(page)) {
        const isInside = link.startsWith("#") && holdsId(ids, link.slice(1));
        if (!isInside)
          links.add(link.startsWith("/") || link === "" ? link : `${URL.parse(link, `http://hub${path}`)}`);
      }
    },
    /** Says what is wrong with a link, or null. `files` are the paths in `public/`, "/…". */
    judgeBy(files: Set<string>): Judge {
      return (link, from = "/") => findFault(link, from, anchors, files);
    },
    areSound: (judge: Judge): boolean => [...links].every((link) => judge(link) === null),
  };
}

/** The links of a page that lead nowhere, and anchors that are not there. */
export const checkLinks = (page: Built, judge: Judge): Finding[] =>
  linksOf(page.page).flatMap(({ element, link }) => {
    const message = judge(link, page.path);
    return message ? [{ page, needle: link, at: element.startIndex ?? 0, message }] : [];
  });

/** The ids of each page, with a space around each: a set for each page would take ten times the memory. */
type Anchors = Map<string, string>;
const joinIds = (page: Page): string =>
  ` ${findAll((element) => "id" in element.attribs, page)
    .map((element) => element.attribs["id"])
    .join(" ")} `;
const holdsId = (ids: string, id: string): boolean => ids.includes(` ${id} `);

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
  if (ids !== undefined)
    return anchor && !holdsId(ids, anchor) ? `the link "${link}" names a section that is not there` : null;
  if (files.has(path) || ANSWERED_ELSEWHERE.test(path)) return null;
  if (anchors.has(`${path}/`)) return `the link "${link}" needs a slash at the end of its path`;
  return `the link "${link}" leads nowhere`;
}

/** Null for what is not percent-encoded rightly. */
export function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
