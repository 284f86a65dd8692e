import type { Definition, Root } from "mdast";
import { childrenOf, walk, type Node } from "../tree.ts";

/** `[words][name]` and `![words][name]` as what they name: later steps look at addresses only where they are used. */
export function resolveReferences(tree: Root): void {
  const byName = new Map<string, Definition>();
  for (const node of walk(tree)) if (node.type === "definition") byName.set(node.identifier, node);
  if (byName.size > 0) resolveIn(tree, byName);
}

function resolveIn(parent: Node | Root, byName: Map<string, Definition>): void {
  if (!("children" in parent)) return;
  const children = childrenOf(parent).flatMap((child): Node[] => {
    resolveIn(child, byName);
    if (child.type === "definition") return [];
    if (child.type !== "linkReference" && child.type !== "imageReference") return [child];
    const { url = "", position } = byName.get(child.identifier) ?? {};
    // told at the line where it is used
    const at = child.position ?? position;
    if (child.type === "imageReference") return [{ type: "image", url, alt: child.alt, position: at }];
    return [{ type: "link", url, children: child.children, position: at }];
  });
  parent.children = children as never; // phrasing in the place of phrasing
}
