import type { Root } from "mdast";
import { asFlow, asPhrasing, childrenOf, isJsx, isPhrasing, lineOf, paragraph, plainText, type Node } from "../tree.ts";
import { dropContents } from "./contents.ts";
import { Levels } from "./levels.ts";
import { settleLine } from "./spaces.ts";

const INLINE_TAGS = new Set(["kbd", "sub", "sup", "mark"]);

/** What is left when every tag has been read: only the hub's blocks, headings that skip no level, nothing empty. */
export function tidy(tree: Root): void {
  tree.children = dropContents(asFlow(unwrapAll(childrenOf(tree))));
  tree.children = new Levels().settle(childrenOf(tree));
  // a line that parted the text from what stood around it parts nothing now
  while (tree.children[0]?.type === "thematicBreak") tree.children.shift();
  while (tree.children.at(-1)?.type === "thematicBreak") tree.children.pop();
}

const unwrapAll = (nodes: Node[]): Node[] => nodes.flatMap(unwrap);

function unwrap(node: Node): Node[] {
  if (!("children" in node)) return (node.type === "text" || node.type === "inlineCode") && !node.value ? [] : [node];
  if (node.type === "paragraph")
    return asFlow(unwrapAll(childrenOf(node))).flatMap((each) => splitAtBreaks(each, node));
  const children = unwrapAll(childrenOf(node));
  if (isJsx(node)) {
    if (node.data?.ours) return [{ ...node, children: settleFlow(children) } as Node];
    return INLINE_TAGS.has(node.name ?? "") ? [{ ...node, children: asPhrasing(children) } as Node] : children;
  }
  if (node.type === "table" || node.type === "tableRow" || node.type === "list") return [{ ...node, children } as Node];
  if (node.type === "heading" || node.type === "tableCell") {
    const line = settleLine(children.map(inOneLine));
    const [only, ...more] = line;
    const isMarked = more.length === 0 && (only?.type === "strong" || only?.type === "emphasis");
    const words = node.type === "heading" && isMarked ? childrenOf(only) : line;
    return words.length === 0 && node.type === "heading" ? [] : [{ ...node, children: words } as Node];
  }
  if (isPhrasing(node)) return children.length === 0 ? [] : [{ ...node, children: asPhrasing(children) } as Node];
  const flow = settleFlow(children);
  return flow.length === 0 && node.type === "blockquote" ? [] : [{ ...node, children: flow } as Node];
}

/** Words that stand alone in a block are a paragraph; those of a paragraph have been settled already. */
const settleFlow = (nodes: Node[]): Node[] => asFlow(nodes).flatMap((node) => splitAtBreaks(node, node));

/** An empty line that was made of breaks ends a paragraph. */
function splitAtBreaks(node: Node, from: Node): Node[] {
  if (node.type !== "paragraph") return [node];
  const parts: Node[][] = [[]];
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    const isSecond = child.type === "break" && children[index - 1]?.type === "break";
    if (isSecond) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts
    .map(settleLine)
    .filter((words) => words.length > 0)
    .map((words) => ({ ...paragraph(words), position: node.position ?? from.position }));
}

/** A table's cell and a heading end where their line does. */
function inOneLine(node: Node): Node {
  if (node.type === "break") return { type: "text", value: " " };
  // a space of another kind would be none in the name of the section
  if (node.type === "text") return { ...node, value: node.value.replaceAll(/\p{Zs}/gu, " ") };
  return "children" in node ? ({ ...node, children: childrenOf(node).map(inOneLine) } as Node) : node;
}

export type Title = { words: string; line: number; ids: string[] };

/**
 * Takes the page's own title off its text. A heading that says something else than `title` is a section of its own where
 * other text or another heading of its level stands beside it, and wherever titles are no part of a text.
 */
export function takeTitle(tree: Root, title: string | undefined, isApart = false): Title | undefined {
  const at = tree.children.findIndex(({ type }) => type === "heading");
  const first = tree.children[at];
  if (first?.type !== "heading" || first.depth !== 1) return undefined;
  const words = plainText([first]);
  const isSame = title === undefined || words.toLowerCase() === title.toLowerCase();
  const isAlone =
    at === 0 && !tree.children.some((node) => node !== first && node.type === "heading" && node.depth === 1);
  if (!isSame && (isApart || !isAlone)) return undefined;
  tree.children.splice(at, 1);
  return { words, line: lineOf(first), ids: first.data?.oldIds ?? [] };
}
