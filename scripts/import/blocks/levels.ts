import { childrenOf, isJsx, paragraph, type Node } from "../tree.ts";

const DEEPEST = 6;

/** Gives headings levels 2 and deeper, each at most one below the one that it stands under. */
export class Levels {
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
