import type { Tell } from "../report.ts";
import {
  asFlow,
  asPhrasing,
  attributeOf,
  codeOf,
  childrenOf,
  isJsx,
  lineOf,
  link,
  paragraph,
  plainText,
  strong,
  text,
  type Jsx,
  type Node,
} from "../tree.ts";
import { readLiteral } from "../literal.ts";
import { codeWith } from "./code.ts";
import { fold } from "./levels.ts";
import { makeList } from "./make.ts";
import { saidIn } from "./said.ts";

/** A card becomes an item of a list: its title, linked, and its text. */
export function makeCard(element: Jsx, children: Node[]): Node[] {
  const named = saidIn(element, "title", "label");
  const title = plainText(named) || plainText(children).slice(0, 80);
  const url = attributeOf(element, "href", "link", "to");
  const said = saidIn(element, "description");
  const lead = url ? link(url, named.length > 0 ? named : [text(title)]) : strong(title);
  const body = said.length > 0 ? [paragraph(said), ...children] : children;
  const picture = attributeOf(element, "img");
  const isLine = body.every((node) => node.type === "text" || node.type === "paragraph") && asFlow(body).length <= 1;
  const [first, rest] = isLine ? [asPhrasing(body), []] : [[], asFlow(body)];
  const words = plainText(first) && plainText(first) !== title ? [text(": "), ...first] : [];
  const shown: Node[] = picture ? [paragraph([{ type: "image", url: picture, alt: title }])] : [];
  return [makeList([[paragraph([lead, ...words]), ...rest, ...shown]])];
}

/** A link around blocks: its first words are the link, the rest stands behind them. */
export function makeLinkedCard(url: string, children: Node[]): Node[] {
  const [first, ...rest] = asFlow(children);
  const title = first ? plainText([first]) : "";
  if (!first || !title) return children;
  const words = plainText(rest);
  return [makeList([[paragraph([link(url, [text(title)]), ...(words ? [text(`: ${words}`)] : [])])]])];
}

/** Cards beside each other become one list. */
export function makeCards(_element: Jsx, children: Node[]): Node[] {
  const made: Node[] = [];
  for (const child of asFlow(children)) {
    const before = made.at(-1);
    if (child.type === "list" && before?.type === "list" && !child.ordered && !before.ordered)
      before.children.push(...child.children);
    else made.push(child);
  }
  return made;
}

/** What was folded away becomes a section of its own, which search and links find. */
export function makeAccordion(element: Jsx, children: Node[]): Node[] {
  const inner = children.find((child) => isJsx(child) && child.name === "summary");
  const said = saidIn(element, "title", "summary", "label", "header");
  const title = said.length > 0 ? said : [text(inner ? plainText([inner]) : markupIn(element, "summary"))];
  const description = saidIn(element, "description");
  const body = asFlow(children.filter((child) => child !== inner));
  const all = description.length > 0 ? [paragraph(description), ...body] : body;
  if (plainText(title) === "") return all;
  return fold({ type: "heading", depth: 6, children: title, data: { inner: true } } as Node, all); // phrasing, by saidIn
}

/** The words of `summary={<summary>Words</summary>}`. */
function markupIn(element: Jsx, name: string): string {
  const code = codeOf(element, name)?.trim() ?? "";
  return code.startsWith("<") ? code.replace(/<[^<>]*>/g, "").trim() : "";
}

/** `<CodeBlock language="js" title="a.js">{`…`}</CodeBlock>` */
export function makeCode(element: Jsx, children: Node[], tell: Tell): Node[] {
  const raw = childrenOf(element)
    .map((child) => {
      if (child.type === "text") return child.value;
      return "value" in child && child.type.endsWith("Expression") ? readLiteral(child.value) : undefined;
    })
    .find((value) => value?.trim());
  const value = attributeOf(element, "code") ?? raw ?? plainText(children);
  if (!value) {
    tell(
      lineOf(element),
      `<${element.name}>`,
      "Code that is computed or read from a file was left out. Put it in as it is.",
    );
    return [];
  }
  const title = attributeOf(element, "title", "filename");
  const lang = attributeOf(element, "language", "lang")?.replace(/[^\w.#+-]/g, "") ?? null;
  return [codeWith(title, { type: "code", lang, value: value.replace(/^\n|\n$/g, "") })];
}
