/**
 * A built article, made plain, as a Markdown tree. Only what our own pages have: converters of any HTML clone and walk the
 * tree several times, which was a fifth of a build.
 */
import { DomUtils } from "htmlparser2";
import { attribute, find, findAll, isElement, isInline, type Element, type Node } from "../dom.ts";
import type { Block, Markdown } from "./markdown-tree.ts";
import { toPhrasing } from "./to-phrasing.ts";

type Align = "left" | "center" | "right" | null;

export function toBlocks(nodes: Node[]): Block[] {
  const blocks: Block[] = [];
  let run: Node[] = [];
  const endRun = () => {
    const children = toPhrasing(run);
    if (children.length > 0) blocks.push({ type: "paragraph", children });
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || (standsInLine(node) && !holdsBlock(node))) {
      run.push(node);
      continue;
    }
    endRun();
    blocks.push(...toBlock(node));
  }
  endRun();
  return blocks;
}

/** A picture, too: it is no text, but stands in a line. */
const standsInLine = (element: Element): boolean => isInline(element) || element.name === "img";
const holdsBlock = (element: Element): boolean => find((inner) => !standsInLine(inner), element) !== null;

function toBlock(element: Element): Block[] {
  switch (element.name) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const depth = Number(element.name[1]) as 1 | 2 | 3 | 4 | 5 | 6; // by its name
      return [{ type: "heading", depth, children: toPhrasing(element.children) }];
    }
    case "ul":
    case "ol":
      return [toList(element)];
    case "table":
      return [toTable(element)];
    case "blockquote":
      return [{ type: "blockquote", children: toBlocks(element.children) }];
    case "pre":
      return [toCode(element)];
    case "hr":
      return [{ type: "thematicBreak" }];
    // a drawing is what it shows, in words
    case "svg":
      return [
        { type: "paragraph", children: [{ type: "text", value: `Figure: ${attribute(element, "aria-label") ?? ""}` }] },
      ];
    default:
      return toBlocks(element.children);
  }
}

function toList(list: Element): Markdown<"list"> {
  const items = list.children.filter(isElement).filter(({ name }) => name === "li");
  const children = items.map((item): Markdown<"listItem"> => {
    const blocks = toBlocks(item.children);
    return { type: "listItem", spread: blocks.length > 1, checked: readTick(item), children: blocks };
  });
  const ordered = list.name === "ol";
  const start = ordered ? Number(attribute(list, "start") ?? 1) : null;
  return { type: "list", ordered, start, spread: children.some(({ spread }) => spread), children };
}

/** Of a task ("- [x] done"); null for any other item. */
function readTick(item: Element): boolean | null {
  const box = attribute(item, "class") === "task-list-item" ? find(({ name }) => name === "input", item) : null;
  return box && "checked" in box.attribs;
}

function toTable(table: Element): Markdown<"table"> {
  const rows = findAll(({ name }) => name === "tr", table).map((row) => row.children.filter(isElement));
  const align = (rows[0] ?? []).map((cell): Align => {
    const side = /\balign-(left|center|right)\b/.exec(attribute(cell, "class") ?? "")?.[1];
    return (side as Align | undefined) ?? null; // one of the three
  });
  const children = rows.map((cells): Markdown<"tableRow"> => ({
    type: "tableRow",
    children: cells.map((cell) => ({ type: "tableCell", children: toPhrasing(cell.children) })),
  }));
  return { type: "table", align, children };
}

function toCode(pre: Element): Block {
  const code = find(({ name }) => name === "code", pre) ?? pre;
  const classes = `${attribute(pre, "class") ?? ""} ${attribute(code, "class") ?? ""}`;
  const lang = /\blanguage-(\S+)/.exec(classes)?.[1] ?? null;
  return { type: "code", lang, value: DomUtils.textContent(code).replace(/\n$/, "") };
}
