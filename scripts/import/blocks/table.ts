import type { Tell } from "../report.ts";
import { caption, makeList } from "./make.ts";
import {
  asFlow,
  asPhrasing,
  attributeOf,
  childrenOf,
  isJsx,
  lineOf,
  link,
  paragraph,
  plainText,
  text,
  walk,
  type Jsx,
  type Node,
} from "../tree.ts";

/** What a cell of Markdown cannot hold, not even as words. */
const BLOCKS = new Set(["code", "table", "heading", "mdxJsxFlowElement", "blockquote"]);
/** Wider ones are only wrong. */
const WIDTH_MAX = 20;

/** A table of tags as Markdown's: its cells hold words only, its first row is the head. */
export function makeTable(element: Jsx, children: Node[], tell: Tell): Node[] {
  const captions = findTags(children, "caption").map((each) => caption(childrenOf(each)));
  const all = findTags(children, "tr").map((row) => findTags(childrenOf(row), "th", "td"));
  if (attributeOf(element, "data-view") === "cards") return makeCardList(all);
  const shown = all[0]?.map((head) => attributeOf(head, "data-hidden") === undefined) ?? [];
  const rows = all.map((row) => row.filter((_, index) => shown[index] ?? true));
  const cells = rows.flat();
  if (cells.length === 0) return children;
  if (cells.some((cell) => [...walk(cell)].some(({ type }) => BLOCKS.has(type)))) {
    tell(lineOf(element), "<table>", "A table that holds blocks was taken apart: its cells follow one another.");
    return [...captions, ...cells.flatMap((cell) => asFlow(childrenOf(cell)))];
  }
  for (const cell of cells) tellCell(cell, tell);
  const filled = fillRows(rows.filter((row) => row.length > 0));
  const width = Math.max(...filled.map((row) => row.length));
  const table = filled.map((row) => ({
    type: "tableRow",
    children: Array.from({ length: width }, (_, index) => ({ type: "tableCell", children: row[index] ?? [] })),
  }));
  return [...captions, { type: "table", align: [], children: table } as unknown as Node]; // cells hold phrasing, by asPhrasing
}

/** GitBook's cards are a table, whose head says which column is the link and which only decorates. */
function makeCardList([head = [], ...rows]: Jsx[][]): Node[] {
  const target = head.findIndex((cell) => attributeOf(cell, "data-card-target") !== undefined);
  const isShown = (index: number) => head[index] !== undefined && attributeOf(head[index], "data-hidden") === undefined;
  const items = rows.map((row) => {
    const [title, ...rest] = row.filter((cell, index) => isShown(index) && plainText(childrenOf(cell)) !== "");
    const to = (row[target] ? childrenOf(row[target]) : []).find(({ type }) => type === "link");
    const words = title ? childrenOf(title) : [];
    const lead = to?.type === "link" ? [link(to.url, [text(plainText(words))])] : asPhrasing(words);
    const [first, ...others] = rest.flatMap((cell) => asFlow(childrenOf(cell)));
    const isLine = first?.type === "paragraph";
    const said = isLine ? [text(": "), ...childrenOf(first)] : [];
    return [paragraph([...lead, ...said]), ...(first && !isLine ? [first] : []), ...others];
  });
  return items.length > 0 ? [makeList(items)] : [];
}

/** A cell that is as wide or as high as several is followed by empty ones, so that the others keep their column. */
function fillRows(rows: Jsx[][]): Node[][][] {
  /** How many rows below each column's last cell are still its own. */
  let open: number[] = [];
  return rows.map((row) => {
    const made: Node[][] = [];
    const skip = () => {
      while ((open[made.length] ?? 0) > 0) made.push([]);
    };
    const below = open.map((left) => Math.max(0, left - 1));
    for (const cell of row) {
      skip();
      const width = Math.min(spanOf(cell, "colspan", "colSpan"), WIDTH_MAX);
      for (let at = 0; at < width; at++) {
        below[made.length] = spanOf(cell, "rowspan", "rowSpan") - 1;
        made.push(at === 0 ? asPhrasing(childrenOf(cell)) : []);
      }
    }
    skip();
    open = below;
    return made;
  });
}

const spanOf = (cell: Jsx, ...names: string[]): number =>
  Math.max(1, Math.trunc(Number(attributeOf(cell, ...names) ?? 1)) || 1);

function tellCell(cell: Jsx, tell: Tell): void {
  if (childrenOf(cell).some(({ type }) => type === "list"))
    tell(lineOf(cell), "<td>", "A list within a table's cell became one line. See whether it reads well.");
  if (spanOf(cell, "rowspan", "rowSpan") > 1)
    tell(lineOf(cell), "<td>", "A cell as high as several stands in its first row only. See whether it reads well.");
}

const findTags = (nodes: Node[], ...names: string[]): Jsx[] =>
  nodes.flatMap((node) => {
    if (isJsx(node) && names.includes(node.name ?? "")) return [node];
    return findTags(childrenOf(node), ...names);
  });
