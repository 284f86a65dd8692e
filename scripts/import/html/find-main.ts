import type { Element, Root } from "hast";
import { classesOf, contains, elementsOf, hasRole, propertyOf } from "./elements.ts";

/** Text itself, as sites of many makers name it: Docusaurus, Starlight, Mintlify, Zendesk, Intercom, WordPress. */
const TEXT = new Set(
  "theme-doc-markdown sl-markdown-content mdx-content article-body article__body article_body markdown-body entry-content post-content".split(
    " ",
  ),
);
const OUTER = new Set(["content", "main-content", "main", "docs-content", "page-content"]);

/** The part of a page that is its text. `isWhole`: nothing said which that is. */
export function findMain(page: Root): { main: Element | Root; isWhole: boolean } {
  const all = [...elementsOf(page)];
  const only = (is: (element: Element) => boolean) => {
    const found = all.filter(is);
    // one within another is the same text
    const outermost = found.filter((each) => !found.some((other) => other !== each && contains(other, each)));
    return outermost.length === 1 ? outermost[0] : undefined;
  };
  const isMain = (element: Element) => element.tagName === "main" || hasRole(element, "main");
  const main =
    only((each) => classesOf(each).some((name) => TEXT.has(name)) || propertyOf(each, "itemProp") === "articleBody") ??
    only(({ tagName }) => tagName === "article") ??
    only(isMain) ??
    only((each) => OUTER.has(propertyOf(each, "id") ?? "") || classesOf(each).some((name) => OUTER.has(name)));
  if (main) return { main, isWhole: false };
  return { main: all.find(({ tagName }) => tagName === "body") ?? page, isWhole: true };
}
