/** What readers of a Markdown see, and what of it is more than text; with tables and struck words, as markdown-it has them. */
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

export const readMarkdown = (source: string): string => sayNode(markdown.parse(source));

/** The names of what is markup in it; a link whose label is its address is none. */
export const findMarkup = (source: string): string[] => markupOf(markdown.parse(source));

function sayNode(node: Nodes): string {
  if ("value" in node) return node.value;
  if (!("children" in node)) return "";
  return node.children.map(sayNode).join(node.type === "root" ? "\n\n" : "");
}

function markupOf(node: Nodes): string[] {
  const isPlain = ["root", "paragraph", "text"].includes(node.type) || (node.type === "link" && isAddress(node));
  const within = "children" in node ? node.children.flatMap(markupOf) : [];
  return isPlain ? within : [node.type, ...within];
}

const isAddress = (link: Nodes & { url: string }): boolean =>
  ["", "http://", "mailto:"].some((scheme) => `${scheme}${sayNode(link)}` === link.url);
