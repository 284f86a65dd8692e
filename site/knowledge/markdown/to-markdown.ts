import { DomUtils } from "htmlparser2";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Element } from "../dom.ts";
import { makePlain } from "./plain-html.ts";

/** A drawing is what it shows, in words. */
const describeDrawing: NonNullable<Options["handlers"]>[string] = (_state, { properties }) => ({
  type: "paragraph",
  children: [{ type: "text", value: `Figure: ${String(properties["ariaLabel"])}` }],
});

const converter = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark, { handlers: { svg: describeDrawing } })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-" })
  .freeze();

/** A built article as Markdown: its steps and troubleshooting are headings. Changes the tree it is given. */
export function toMarkdown(article: Element): string {
  makePlain(article);
  return String(converter.processSync(DomUtils.getInnerHTML(article)));
}
