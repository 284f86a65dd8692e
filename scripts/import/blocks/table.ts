import { asPhrasing, childrenOf, isJsx, type Jsx, type Node } from "../tree.ts";

/** A table of tags as Markdown's: its cells hold words only, its first row is the head. */
export function makeTable(element: Jsx, children: Node[]): Node[] {
  const rows = findTags(children.length > 0 ? children : childrenOf(element), "tr").map((row) =>
    [...findTags(childrenOf(row), "th", "td")].map((cell) => asPhrasing(childrenOf(cell))),
  );
  const filled = rows.filter((cells) => cells.length > 0);
  if (filled.length === 0) return children;
  const width = Math.max(...filled.map((cells) => cells.length));
  const table = filled.map((cells) => ({
    type: "tableRow",
    children: Array.from({ length: width }, (_, index) => ({ type: "tableCell", children: cells[index] ?? [] })),
  }));
  return [{ type: "table", align: [], children: table } as unknown as Node]; // cells hold phrasing, by asPhrasing
}

const findTags = (nodes: Node[], ...names: string[]): Jsx[] =>
  nodes.flatMap((node) => {
    if (isJsx(node) && names.includes(node.name ?? "")) return [node];
    return findTags(childrenOf(node), ...names);
  });
