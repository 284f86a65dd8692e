import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-" }).freeze();

/** https://github.com/syntax-tree/mdast */
type Root = Parameters<typeof writer.stringify>[0];
export type Markdown<Type extends Root["children"][number]["type"]> = Extract<Root["children"][number], { type: Type }>;
export type Block = Markdown<"blockquote">["children"][number];
export type Phrasing = Markdown<"paragraph">["children"][number];

export const writeBlocks = (children: Block[]): string => writer.stringify({ type: "root", children });
