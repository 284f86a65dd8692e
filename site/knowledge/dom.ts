import { DomUtils, parseDocument } from "htmlparser2";

export type Page = ReturnType<typeof parseDocument>;
export type Node = Page["children"][number];
export type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>;

export const parsePage = (html: string): Page => parseDocument(html, { withStartIndices: true });

export const isElement = (node: Node): node is Element => "attribs" in node;
export const attribute = (element: Element, name: string): string | undefined => element.attribs[name];
export const findAll = (test: (element: Element) => boolean, within: Node | Page): Element[] =>
  DomUtils.findAll(test, [within]);
export const find = (test: (element: Element) => boolean, within: Node | Page): Element | null =>
  DomUtils.findOne(test, [within]);
export const withPart = (part: string) => (element: Element) => element.attribs["data-part"] === part;

const INLINE = new Set(
  "a abbr b bdi bdo br cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const UNREAD = new Set("script style svg template noscript button input select textarea form nav img video".split(" "));

/** True for what is not part of an article's text: controls, drawings, and what the page marks as such. */
export function isUnread(node: Node): boolean {
  if (!isElement(node)) return node.type === "comment";
  return (
    UNREAD.has(node.name) ||
    "hidden" in node.attribs ||
    node.attribs["data-knowledge"] === "skip" ||
    node.attribs["aria-hidden"] === "true"
  );
}

export const isInline = (node: Node): boolean => !isElement(node) || INLINE.has(node.name);

/**
 * The text of a node as a reader sees it: white space collapsed, a space where a block or line ends. What only layout
 * tells apart gets a sign: "HubSpot:" before a tab's words, "Client ID; Client Secret." for items of a list. What `instead`
 * gives stands in an element's place: "" leaves it out.
 */
export function textOf(node: Node | Node[], instead?: (element: Element) => string | undefined): string {
  const parts: string[] = [];
  const read = (current: Node) => {
    if (isUnread(current)) return;
    if (!isElement(current)) {
      if ("data" in current) parts.push(current.data);
      return;
    }
    const apart = !isInline(current) || current.name === "br";
    if (apart) parts.push(" ");
    const other = instead?.(current);
    if (other !== undefined) parts.push(other, " ");
    if (other !== undefined) return;
    for (const child of current.children) read(child);
    const isOpen = current.name === "li" && !/[.!?…:;,][”"’)]*\s*$/.test(parts.join(""));
    if (isOpen) parts.push(DomUtils.nextElementSibling(current) ? ";" : ".");
    if (current.name === "label") parts.push(":");
    if (apart) parts.push(" ");
  };
  for (const each of Array.isArray(node) ? node : [node]) read(each);
  return parts.join("").replace(/\s+/g, " ").trim();
}
