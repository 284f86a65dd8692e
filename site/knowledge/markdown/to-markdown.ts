import type { Element } from "../dom.ts";
import { writeBlocks } from "./markdown-tree.ts";
import { makePlain } from "./plain-html.ts";
import { toBlocks } from "./to-blocks.ts";

/** A built article as Markdown: its steps and troubleshooting are headings. Changes the tree it is given. */
export function toMarkdown(article: Element): string {
  makePlain(article);
  return writeBlocks(toBlocks(article.children));
}
