import type { Root } from "mdast";
import { attributeOf, block, childrenOf, isJsx, type Jsx, type Node } from "./tree.ts";

/** What stands around text that a page puts in from another file, until it is known whether it becomes a part. */
export const SHARED = "Handrail.Shared";

export const isShared = (node: Node): node is Jsx => isJsx(node) && node.name === SHARED;
export const asShared = (file: string, children: Node[]): Jsx => block(SHARED, { file }, children);
export const fileOfShared = (node: Jsx): string => attributeOf(node, "file") ?? "";
/** Blocks as they are read, whatever file they are of. */
export const opened = (nodes: Node[]): Node[] => nodes.flatMap((node) => (isShared(node) ? childrenOf(node) : [node]));

/** What one page alone puts in is text of its own. */
export function openSingles(trees: Root[]): void {
  const uses = Map.groupBy(
    trees.flatMap((tree) => childrenOf(tree).filter(isShared)),
    fileOfShared,
  );
  for (const tree of trees) {
    const isSingle = (node: Node) => isShared(node) && uses.get(fileOfShared(node))?.length === 1;
    const children = childrenOf(tree).flatMap((node) => (isSingle(node) ? opened([node]) : [node]));
    tree.children = children;
  }
}
