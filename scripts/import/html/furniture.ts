import type { Element } from "hast";
import { classesOf, elementsOf, findElement, isElement, propertyOf, wordsOf } from "./elements.ts";

const TAGS = new Set("nav footer style noscript template link meta base title".split(" "));
const ROLES = new Set("navigation search banner contentinfo dialog toolbar".split(" "));
/** What sites of many makers call the parts around their text. */
const CLASSES =
  /^(?:.*[-_])?(?:breadcrumbs?|toc|table-of-contents|on-this-page|pagination|pagination-nav|navheader|navfooter|hash-link|headerlink|sr-only|visually-hidden|screen-reader-text|skip-link|copy-button|copy|clipboard|line-?nos?|line-numbers|gutter|edit-page|edit-this-page|article-votes|article-relatives|article-comments|article-return-to-top|article-share|share|social|feedback)$/i;

/** Parts of a page that are none of its text: they go without a word. */
export function isFurniture(element: Element): boolean {
  const { tagName } = element;
  if (TAGS.has(tagName) || ROLES.has(propertyOf(element, "role") ?? "")) return true;
  if (tagName === "svg") return !/[\p{L}\d]/u.test(wordsOf(element)) && propertyOf(element, "role") !== "img";
  if (isElement(element, "a", "button") && !/[\p{L}\d]/u.test(wordsOf(element))) return !holdsPicture(element);
  if (tagName === "button" && /^cop(?:y|ied)\b/i.test(wordsOf(element))) return true;
  if (isHidden(element) && !holdsPicture(element)) return true;
  // DocBook's row of links to the pages around
  if (tagName === "table") return /^navigation\b/i.test(propertyOf(element, "summary") ?? "");
  // a page's title is taken by itself
  if (tagName === "header") return findElement(element, ({ tagName: name }) => name === "h1") !== undefined;
  return !isElement(element, "pre", "code", "main", "article") && classesOf(element).some((name) => CLASSES.test(name));
}

const isHidden = (element: Element): boolean =>
  propertyOf(element, "hidden") !== undefined || propertyOf(element, "ariaHidden") === "true";

const holdsPicture = (element: Element): boolean => {
  for (const { tagName } of elementsOf(element)) if (tagName === "img" || tagName === "pre") return true;
  return false;
};
