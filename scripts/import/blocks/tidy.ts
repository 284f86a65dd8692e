import type { Root } from "mdast";
import { asFlow, asPhrasing, childrenOf, isJsx, isPhrasing, paragraph, plainText, type Node } from "../tree.ts";

const INLINE_TAGS = new Set(["kbd", "sub", "sup", "mark"]);
const DEEPEST = 6;

/** What is left when every tag has been read: only the hub's blocks, headings that skip no level, nothing empty. */
export function tidy(tree: Root): void {
  tree.children = asFlow(unwrapAll(childrenOf(tree)));
  tree.children = new Levels().settle(childrenOf(tree));
}

const unwrapAll = (nodes: Node[]): Node[] => nodes.flatMap(unwrap);

function unwrap(node: Node): Node[] {
  if (!("children" in node)) return node.type === "text" && node.value === "" ? [] : [node];
  const children = unwrapAll(childrenOf(node));
  if (isJsx(node)) {
    if (node.data?.ours) return [{ ...node, children: asFlow(children) } as Node];
    return INLINE_TAGS.has(node.name ?? "") ? [{ ...node, children: asPhrasing(children) } as Node] : children;
  }
  if (node.type === "table" || node.type === "tableRow" || node.type === "list") return [{ ...node, children } as Node];
  if (node.type === "heading" || node.type === "tableCell" || isPhrasing(node)) {
    const words = asPhrasing(children);
    const isBare = words.length === 0 && node.type !== "tableCell";
    return isBare ? [] : [{ ...node, children: words.map(inOneLine) } as Node];
  }
  if (node.type === "paragraph")
    return asFlow(children).map((each) => ({ ...each, position: each.position ?? node.position }));
  const flow = asFlow(children);
  return flow.length === 0 && node.type === "blockquote" ? [] : [{ ...node, children: flow } as Node];
}

/** A table's cell and a heading end where their line does. */
const inOneLine = (node: Node): Node => (node.type === "break" ? { type: "text", value: " " } : node);

/** Gives headings levels 2 and deeper, each at most one below the one that it stands under. */
class Levels {
  #open: { was: number; is: number }[] = [];
  #inStep = false;

  settle(nodes: Node[]): Node[] {
    return nodes.flatMap((node) => {
      if (node.type === "heading") return this.#heading(node);
      if (isJsx(node) && node.name === "Steps") return this.#steps(node);
      if (isJsx(node) || node.type === "listItem" || node.type === "list" || node.type === "blockquote")
        return [{ ...node, children: this.settle(childrenOf(node)) } as Node];
      return [node];
    });
  }

  #heading(node: Extract<Node, { type: "heading" }>): Node[] {
    if (this.#inStep) return [{ ...node, depth: 4 }];
    const last = this.#open.findLast(({ was }) => Number.isInteger(was));
    const was = node.data?.inner ? (last?.was ?? 1) + 0.5 : node.depth;
    while ((this.#open.at(-1)?.was ?? 0) >= was) this.#open.pop();
    const is = (this.#open.at(-1)?.is ?? 1) + 1;
    if (is > DEEPEST) return [paragraph([{ type: "strong", children: node.children }])];
    this.#open.push({ was, is });
    return [{ ...node, depth: is as 2 }]; // from 2 to DEEPEST
  }

  /** Titles of steps are headings of level 3: one of level 2 has to stand above them. */
  #steps(node: Node): Node[] {
    const needsHeading = this.#open.length === 0;
    if (needsHeading) this.#open.push({ was: 2, is: 2 });
    this.#inStep = true;
    const steps = { ...node, children: this.settle(childrenOf(node)) } as Node;
    this.#inStep = false;
    return needsHeading
      ? [{ type: "heading", depth: 2, children: [{ type: "text", value: "Steps" }] }, steps]
      : [steps];
  }
}

/** Takes the page's own title off its text. */
export function takeTitle(tree: Root): string | undefined {
  const at = tree.children.findIndex(({ type }) => type === "heading");
  const first = tree.children[at];
  if (first?.type !== "heading" || first.depth !== 1) return undefined;
  tree.children.splice(at, 1);
  return plainText([first]) || undefined;
}
