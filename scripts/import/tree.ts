/** The tree that every source is read into: mdast, with tags as `mdast-util-mdx` has them. */
import type { PhrasingContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { readData, readLiteral } from "./literal.ts";

export type Node = RootContent;
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What the importer notes at a node, for later steps. */
declare module "mdast" {
  interface Data {
    /** Names by which links of the source know this heading or step. */
    oldIds?: string[];
    /** A heading that was an accordion: one below the heading it stands under. */
    inner?: boolean;
    /** A heading whose section ends where its block did. */
    fold?: boolean;
    /** How many of those blocks a heading stands in. */
    within?: number;
    /** One of the hub's own blocks, not a tag of the source. */
    ours?: boolean;
  }
}

const PHRASING = new Set(
  "text emphasis strong delete inlineCode break link image linkReference imageReference footnoteReference mdxTextExpression mdxJsxTextElement".split(
    " ",
  ),
);

export const isJsx = (node: Node | Root): node is Jsx =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
export const isPhrasing = (node: Node): node is PhrasingContent => PHRASING.has(node.type);
// each kind of parent has its own list of kinds; what is put into one is checked by asFlow and asPhrasing
export const childrenOf = (node: Node | Root): Node[] => ("children" in node ? (node.children as Node[]) : []);
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

export const text = (value: string): Node => ({ type: "text", value });
export const strong = (value: string): Node => ({ type: "strong", children: [{ type: "text", value }] });
export const paragraph = (children: Node[]): Node => ({ type: "paragraph", children: children as PhrasingContent[] });
export const link = (url: string, children: Node[]): Node => ({
  type: "link",
  url,
  children: children as PhrasingContent[],
});
export const comment = (words: string): Node => ({
  type: "mdxTextExpression",
  value: `/* ${words.replaceAll("*/", "* /")} */`,
});

/** Undefined: there is no such attribute. Null: it has no value, as `required`. */
type Attributes = Record<string, string | null | undefined>;

/** A tag as the source might have it, which the converter reads: whatever stands in it. */
export const tag = (name: string, attributes: Attributes, children: Node[]): MdxJsxFlowElement => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ type: "mdxJsxAttribute" as const, name: key, value }],
  ),
  children: children as MdxJsxFlowElement["children"],
});

/** A block of ours, or a tag that later steps read. */
export const block = (name: string, attributes: Attributes, children: Node[]): Jsx => ({
  ...tag(name, attributes, asFlow(children)),
  data: { ours: true },
});

/** An attribute's text; of an expression only what needs no running. Undefined when it has neither. */
export function attributeOf(element: Jsx, ...names: string[]): string | undefined {
  for (const name of names) {
    const found = element.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
    if (found?.type !== "mdxJsxAttribute") continue;
    if (typeof found.value === "string") return found.value;
    const literal = found.value ? readLiteral(found.value.value) : "true";
    if (literal !== undefined) return literal;
  }
  return undefined;
}

/** The code between an attribute's braces. */
export function codeOf(element: Jsx, name: string): string | undefined {
  const found = element.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return found && typeof found.value === "object" ? found.value?.value : undefined;
}

/** What an attribute holds that is a list or an object of plain data: `tags={["a"]}`. */
export function dataOf(element: Jsx, name: string): unknown {
  const code = codeOf(element, name);
  return code ? readData(code) : undefined;
}

/** The words of nodes, as a reader sees them, in one line. */
export function plainText(nodes: Node[]): string {
  const read = (node: Node): string => {
    if (node.type === "break") return " ";
    if (node.type === "image" || node.type === "mdxTextExpression" || node.type === "mdxFlowExpression") return "";
    if ("value" in node) return node.value;
    const children = childrenOf(node);
    return children.map(read).join(children.some(isPhrasing) ? "" : " ");
  };
  return nodes.map(read).join("").replace(/\s+/g, " ").trim();
}

/** Every node below, outermost first. */
export function* walk(parent: Node | Root): Generator<Node> {
  for (const child of childrenOf(parent)) {
    yield child;
    yield* walk(child);
  }
}

/** Nodes as they may stand in a document: words that stand alone become paragraphs. */
export function asFlow(nodes: Node[]): Node[] {
  const flow: Node[] = [];
  let words: Node[] = [];
  const end = () => {
    if (words.some((node) => node.type !== "text" || node.value.trim() !== "")) flow.push(paragraph(words));
    words = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) words.push(node);
    else {
      end();
      flow.push(node);
    }
  }
  end();
  return flow;
}

/** Nodes as they may stand within a line: of a block only its words are left. */
export const asPhrasing = (nodes: Node[]): Node[] =>
  nodes.flatMap((node, index) => {
    if (isPhrasing(node)) return [node];
    const isLine = node.type === "paragraph" || node.type === "heading";
    if (isLine) return index === 0 ? [...childrenOf(node)] : [text(" "), ...childrenOf(node)];
    return [text(` ${plainText([node])} `)];
  });
