import type { Tell } from "../report.ts";
import {
  asFlow,
  asPhrasing,
  attributeOf,
  childrenOf,
  comment,
  isJsx,
  isPhrasing,
  lineOf,
  link,
  paragraph,
  plainText,
  text,
  type Jsx,
  type Node,
} from "../tree.ts";
import { caption, inlineCode, makeList, through, type Make } from "./make.ts";
import { makeAccordion, makeLinkedCard } from "./parts.ts";
import { makeVideo } from "./video.ts";
import { makeTable } from "./table.ts";

/** What only lays out, and is a block of its own. */
const flow: Make = (_element, children) => asFlow(children);
const kept: Make = (element, children) => [{ ...element, type: "mdxJsxFlowElement", children } as Node];
const around =
  (type: "strong" | "emphasis" | "delete"): Make =>
  (_element, children) => [{ type, children: asPhrasing(children) } as Node];
/** Inline tags that Markdown has no sign for stay, without what they carried. */
const inline: Make = (element, children) => [
  { type: "mdxJsxTextElement", name: element.name, attributes: [], children: asPhrasing(children) } as Node,
];
const heading =
  (depth: number): Make =>
  (_element, children) => [{ type: "heading", depth, children: asPhrasing(children) } as Node];
const isItem = (node: Node) => isJsx(node) && node.name === "li";
const list: Make = (element, children) => {
  const items: Node[][] = [];
  for (const child of children) {
    if (isItem(child)) items.push(childrenOf(child));
    // no HTML, and written by many editors: a list right within a list is part of the item before it
    else if (items.length > 0 && (child.type !== "text" || child.value.trim() !== "")) items.at(-1)?.push(child);
  }
  const start = Number(attributeOf(element, "start") ?? 1);
  return items.length > 0 ? [makeList(items, element.name === "ol" ? start : undefined)] : children;
};
const pre: Make = (element) => {
  const [code] = childrenOf(element);
  const lang =
    code && isJsx(code) ? /language-([\w-]+)/.exec(attributeOf(code, "class", "className") ?? "")?.[1] : null;
  return [{ type: "code", lang: lang ?? null, value: rawText(childrenOf(element)) }];
};
const anchor: Make = (element, children) => {
  const url = attributeOf(element, "href");
  if (url === undefined) return children;
  // a card: all of it is a link
  return children.some((child) => !isPhrasing(child)) ? makeLinkedCard(url, children) : [link(url, children)];
};
/** A twin that only a dark page shows. */
const DARK = /(?:^|\s)dark:(?:block|inline|flex)/;
export const isDarkTwin = (url: string): boolean => /#(?:only-dark|gh-dark-mode-only)$/.test(url);
const image: Make = (element, _children, tell) => {
  if (DARK.test(attributeOf(element, "className", "class") ?? "")) return [];
  const given = attributeOf(element, "src") ?? attributeOf(element, "srcLight");
  const lazy = attributeOf(element, "data-src") ?? attributeOf(element, "data-original");
  const url =
    (given && !given.startsWith("data:") ? given : (lazy ?? given)) ?? firstOf(attributeOf(element, "srcset"));
  if (url && isDarkTwin(url)) return [];
  const alt = attributeOf(element, "alt") ?? "";
  if (url) return [{ type: "image", url, alt, title: attributeOf(element, "title") }];
  tell(
    lineOf(element),
    "<img>",
    "An image whose address is computed was left out. Put it in by hand: ![what it shows](…).",
  );
  return alt ? [comment(`Image: ${alt}`)] : [];
};
const firstOf = (srcset: string | undefined): string | undefined => srcset?.trim().split(/[\s,]+/)[0];
const quote: Make = (_element, children) => [text("“"), ...children, text("”")];
const abbreviation: Make = (element, children) => {
  const title = attributeOf(element, "title");
  return title ? [...children, text(` (${title})`)] : children;
};
const nothing: Make = (element, children, tell) => {
  tell(
    lineOf(element),
    `<${element.name}>`,
    "Left out: articles hold no forms, drawings in code or parts of a page's head.",
  );
  return plainText(children) && element.name === "button" ? [text(plainText(children))] : [];
};
const term: Make = (_element, children) => [paragraph([{ type: "strong", children: asPhrasing(children) } as Node])];

const by = (names: string, make: Make): Record<string, Make> =>
  Object.fromEntries(names.split(" ").map((name) => [name, make]));

const TAGS: Record<string, Make> = {
  ...by("strong b", around("strong")),
  ...by("em i cite dfn var", around("emphasis")),
  ...by("del s strike", around("delete")),
  ...by("kbd sub sup mark", inline),
  ...by("ul ol menu", list),
  ...by("li summary tr td th thead tbody tfoot caption", kept),
  ...by("div section article main aside header figure address center fieldset hgroup dl dd", flow),
  ...by("dt", term),
  ...by("iframe video audio embed object", makeVideo),
  ...by("head form input select textarea button svg canvas link meta base title map area dialog", nothing),
  ...by("source track col colgroup wbr param", () => []),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, heading(depth)])),
  p: flow,
  picture: through,
  abbr: abbreviation,
  q: quote,
  figcaption: (_element, children) => [caption(children)],
  blockquote: (_element, children) => [{ type: "blockquote", children: asFlow(children) } as Node],
  code: (_element, children) => [inlineCode(plainText(children))],
  hr: () => [{ type: "thematicBreak" }],
  br: () => [{ type: "break" }],
  a: anchor,
  img: image,
  pre,
  details: makeAccordion,
  table: makeTable,
};

/** What becomes of an HTML tag; one that only lays out leaves its content. */
export function convertHtml(element: Jsx, children: Node[], tell: Tell): Node[] {
  const name = (element.name ?? "").toLowerCase();
  const make = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  return (make ?? through)(element, children, tell);
}

/** Text with its lines, for code. */
const rawText = (nodes: Node[]): string =>
  nodes
    .map((node) => ("value" in node ? node.value : node.type === "break" ? "\n" : rawText(childrenOf(node))))
    .join("")
    .replace(/^\n|\n$/g, "");
