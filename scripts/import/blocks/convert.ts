import type { Root } from "mdast";
import { readLiteral } from "../literal.ts";
import type { Tell } from "../report.ts";
import { asFlow, asPhrasing, childrenOf, isJsx, isPhrasing, lineOf, text, walk, type Jsx, type Node } from "../tree.ts";
import { readAlert } from "./callout.ts";
import { titleCode } from "./code.ts";
import { convertComponent } from "./components.ts";
import { convertHtml, isDarkTwin } from "./html.ts";
import { joinViews } from "./tabs.ts";

/** Makes of what the source calls a tag, an alert or an expression what an article may hold; the rest is told. */
export function convertBlocks(tree: Root, tell: Tell): void {
  tree.children = asFlow(convertAll(childrenOf(tree), tell));
}

function convertAll(nodes: Node[], tell: Tell): Node[] {
  return joinViews(nodes.flatMap((node) => convert(node, tell)));
}

function convert(node: Node, tell: Tell): Node[] {
  if (isJsx(node)) return convertTag(node, tell);
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression")
    return readExpression(node.value, lineOf(node), tell);
  if (node.type === "html") {
    tell(lineOf(node), node.value, "Raw HTML was left out. Write it in Markdown.");
    return [];
  }
  if (node.type === "yaml" || node.type === "mdxjsEsm") return [];
  if (node.type === "code") return [titleCode(node, tell)];
  if (node.type === "image") return isDarkTwin(node.url) ? [] : [node];
  if (!("children" in node)) return [node];
  const children = convertAll(childrenOf(node), tell);
  if (node.type === "blockquote") return readAlert(node, children) ?? [withChildren(node, asFlow(children))];
  if (node.type === "paragraph") return splitParagraph(node, children);
  const holdsWords = node.type === "heading" || node.type === "tableCell" || isPhrasing(node);
  if (node.type === "link" && children.some(({ type }) => type === "link")) return children;
  if (node.type === "table" || node.type === "tableRow" || node.type === "list") return [withChildren(node, children)];
  return [withChildren(node, holdsWords ? asPhrasing(children) : asFlow(children))];
}

function convertTag(node: Jsx, tell: Tell): Node[] {
  const children = convertAll(childrenOf(node), tell);
  for (const { type, name } of node.attributes.map((each) => ({ ...each, name: "name" in each ? each.name : "" }))) {
    if (type === "mdxJsxAttribute" && /^on/i.test(name))
      tell(lineOf(node), `${name}=`, "A handler was left out: articles run no code.");
  }
  const made = convertComponent(node, children, tell) ?? convertHtml(node, children, tell);
  const [first] = made;
  const ids = node.data?.oldIds;
  if (first && ids && !first.data?.oldIds) first.data = { ...first.data, oldIds: ids } as Node["data"];
  // whatever is told of a part of it later has its line
  for (const each of [...made, ...made.flatMap((part) => [...walk(part)])]) each.position ??= node.position;
  return made;
}

/** Blocks within a paragraph end it, and it goes on behind them. */
function splitParagraph(node: Node, children: Node[]): Node[] {
  const parts = asFlow(children);
  return parts.map((part) =>
    part.type === "paragraph" ? { ...part, position: part.position ?? node.position } : part,
  );
}

function readExpression(code: string, line: number, tell: Tell): Node[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, "").trim();
  if (bare === "") return [];
  const literal = readLiteral(bare);
  if (literal !== undefined) return [text(literal)];
  tell(line, `{${bare}}`, "An expression was left out: articles run no code. Write what it would show.");
  return [];
}

const withChildren = (node: Node, children: Node[]): Node => {
  if (node.type === "listItem" && children.length === 0) return { ...node, children: [] };
  return { ...node, children } as Node; // asFlow, asPhrasing or the same kinds as before
};
