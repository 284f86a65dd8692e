/** An article's MDX as the rules look at it. Lines and offsets are those of the file. */
import { mdxToMdast, type MdastNode } from "satteri";
import { countWords } from "#content/count-words.ts";
import { anchorOf, headingNames } from "#site/blocks/slug.ts";

/** A heading, or a part of a block that is shown as one of the third level: then `block` holds it. */
type Heading = { depth: number; text: string; line: number; start: number; block?: "Steps" | "Diagnose" };
/** `start` is where the address begins in the file. */
type Link = { url: string; line: number; start: number };
type Image = { url: string; line: number };
type Step = { title: string; line: number; words: number; expects: boolean };
/** A block that has a name of its own; `title` is what the name is made of where the writer gives none. */
export type Part = {
  block: "Step" | "Troubleshoot" | "Diagnose";
  title: string;
  id: string;
  line: number;
  start: number;
};
export type Doc = {
  headings: Heading[];
  links: Link[];
  images: Image[];
  steps: Step[];
  parts: Part[];
  /** Ids that a link may name behind "#", in their order; `what` has one. */
  names: { id: string; what: string; line: number }[];
  anchors: Set<string>;
  /** Elements of HTML, in the article itself. */
  html: { name: string; line: number; styled: boolean }[];
};
type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** @throws Error whose message begins with "line:column: " when it is no MDX. */
export function parseArticle(mdx: string): Doc {
  const doc: Doc = {
    headings: [],
    links: [],
    images: [],
    steps: [],
    parts: [],
    names: [],
    anchors: new Set(),
    html: [],
  };
  const nameOf = headingNames();
  visit(mdxToMdast(mdx), (node) => {
    if (node.type === "heading") {
      const text = textOf(node);
      const place = placeOf(node);
      doc.headings.push({ depth: node.depth, text, ...place });
      doc.names.push({ id: nameOf(text), what: `the heading "${text}"`, line: place.line });
    } else if (node.type === "link" || node.type === "definition") doc.links.push(readLink(mdx, node, node.url));
    else if (node.type === "image") doc.images.push({ url: node.url, line: placeOf(node).line });
    else if (isElement(node)) readElement(mdx, node, doc);
  });
  doc.anchors = new Set(doc.names.map(({ id }) => id));
  return doc;
}

function readElement(mdx: string, element: Element, doc: Doc): void {
  const { line, start } = placeOf(element);
  const href = attributeOf(element, "href");
  if (href) doc.links.push(readLink(mdx, element, href));
  const src = element.name === "img" ? attributeOf(element, "src") : undefined;
  if (src) doc.images.push({ url: src, line });
  const part = readPart(element);
  if (part) doc.parts.push(part);
  const anchor = part?.id ?? attributeOf(element, "id") ?? idOfFigure(element);
  if (anchor) doc.names.push({ id: anchor, what: sayElement(element, part?.title), line });
  if (element.name && /^[a-z]/.test(element.name))
    doc.html.push({ name: element.name, line, styled: Boolean(findAttribute(element, "style")) });
  const shown = HEADED[element.name ?? ""];
  if (shown) {
    const text = attributeOf(element, shown.title) ?? "";
    doc.headings.push({ depth: 3, text, line, start, block: shown.block });
  }
  if (element.name !== "Step") return;
  const title = attributeOf(element, "title") ?? "";
  doc.steps.push({ title, line, words: countRead(element), expects: hasAttribute(element, "expect") });
}

/** What somebody reads who does the step and for whom it works: of tabs one, the longest, and no troubleshooting. */
function countRead(node: MdastNode): number {
  if (!("children" in node)) return countWords(textOf(node));
  const name = isElement(node) ? node.name : null;
  if (name === "Troubleshoot") return 0;
  const counts = node.children.map(countRead);
  return name === "Tabs" ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
}

/** Blocks that are shown with a heading of the third level. */
const HEADED: Record<string, { title: string; block: NonNullable<Heading["block"]> }> = {
  Step: { title: "title", block: "Steps" },
  Question: { title: "ask", block: "Diagnose" },
  Outcome: { title: "title", block: "Diagnose" },
};

const sayElement = ({ name }: Element, title?: string): string => `<${name}>${title ? ` "${title}"` : ""}`;

const TITLES = { Step: "title", Troubleshoot: "symptom", Diagnose: "title" } as const;

/** With the id that its block gives it where the writer gives none. */
function readPart(element: Element): Part | null {
  const { name } = element;
  if (name !== "Step" && name !== "Troubleshoot" && name !== "Diagnose") return null;
  const title = attributeOf(element, TITLES[name]) ?? "";
  return { block: name, title, id: attributeOf(element, "id") ?? anchorOf(title), ...placeOf(element) };
}

const idOfFigure = (element: Element): string | null =>
  element.name === "Figure" ? `fig-${attributeOf(element, "name") ?? ""}` : null;

/** The address is looked for from the node's end: its text may stand in the link's words too. */
function readLink(mdx: string, node: MdastNode, url: string): Link {
  const { line, start } = placeOf(node);
  const source = mdx.slice(start, node.position?.end.offset);
  const at = isElement(node) ? source.indexOf(url) : source.lastIndexOf(url);
  const before = at < 0 ? "" : source.slice(0, at);
  return { url, line: line + before.split("\n").length - 1, start: at < 0 ? -1 : start + at };
}

const isElement = (node: MdastNode): node is Element =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

const findAttribute = (element: Element, name: string) =>
  element.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === name);
const hasAttribute = (element: Element, name: string): boolean => Boolean(findAttribute(element, name)?.value);
function attributeOf(element: Element, name: string): string | undefined {
  const value = findAttribute(element, name)?.value;
  return typeof value === "string" ? value : undefined;
}

const placeOf = ({ position }: MdastNode) => ({
  line: position?.start.line ?? 1,
  start: position?.start.offset ?? 0,
});

function visit(node: MdastNode, see: (node: MdastNode) => void): void {
  see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}

function textOf(node: MdastNode): string {
  if ("value" in node) return node.type === "text" || node.type === "inlineCode" ? node.value : "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}
