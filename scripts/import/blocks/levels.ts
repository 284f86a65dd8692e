import { childrenOf, isJsx, paragraph, walk, type Node } from "../tree.ts";

const DEEPEST = 6;

/** A section that ends where its content does: headings within are below its own, those behind it are not. */
export function fold(heading: Node, body: Node[]): Node[] {
  heading.data = { ...heading.data, fold: true };
  for (const node of body.flatMap((each) => [each, ...walk(each)]))
    if (node.type === "heading") node.data = { ...node.data, within: (node.data?.within ?? 0) + 1 };
  return [heading, ...body];
}

/** Gives headings levels 2 and deeper, each at most one below the one that it stands under. */
export class Levels {
  #open: { was: number; is: number; isFold: boolean }[] = [];
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
    const { inner, fold: isFold = false, within = 0 } = node.data ?? {};
    const folds = this.#open.filter((each) => each.isFold);
    const ended = folds[within];
    if (ended) this.#open.splice(this.#open.indexOf(ended));
    const last = this.#open.findLast((each) => !each.isFold);
    const own = inner ? (last?.was ?? 1) + 0.5 : node.depth;
    const was = Math.max(own, (folds[within - 1]?.was ?? 0) + 0.1);
    while ((this.#open.at(-1)?.was ?? 0) >= was) this.#open.pop();
    const is = (this.#open.at(-1)?.is ?? 1) + 1;
    this.#open.push({ was, is, isFold });
    if (is > DEEPEST) return [paragraph([{ type: "strong", children: node.children }])];
    return [{ ...node, depth: is as 2 }]; // from 2 to DEEPEST
  }

  /** Titles of steps are headings of level 3: one of level 2 has to stand above them. */
  #steps(node: Node): Node[] {
    const needsHeading = this.#open.length === 0;
    if (needsHeading) this.#open.push({ was: 2, is: 2, isFold: false });
    this.#inStep = true;
    const steps = { ...node, children: this.settle(childrenOf(node)) } as Node;
    this.#inStep = false;
    return needsHeading
      ? [{ type: "heading", depth: 2, children: [{ type: "text", value: "Steps" }] }, steps]
      : [steps];
  }
}
