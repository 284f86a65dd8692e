import type { Root } from "mdast";
import { mdxFromMarkdown, mdxToMarkdown } from "mdast-util-mdx";
import { mdx } from "micromark-extension-mdx";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { mdxToJs } from "satteri";
import { unified, type Processor } from "unified";
import type { Tell } from "../report.ts";
import { childrenOf, isJsx, paragraph, type Node } from "../tree.ts";
import { fenceIndented } from "./indented-code.ts";
import { joinLines } from "./join-lines.ts";
import { dropTagNear, joinPieces, pairTags } from "./pieces.ts";
import { refuseHeavy } from "./refuse-heavy.ts";
import { resolveReferences } from "./references.ts";
import { scan } from "./scan.ts";

/** A page with more tags that do not fit than this loses them all at once. */
const TRIES = 40;

function withMdx(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(mdx());
  (data.fromMarkdownExtensions ??= []).push(mdxFromMarkdown());
  // a line that begins with these words would be taken for code
  const words = [
    { atBreak: true, character: "i", after: "mport\\b" },
    { atBreak: true, character: "e", after: "xport\\b" },
  ];
  (data.toMarkdownExtensions ??= []).push(mdxToMarkdown(), { unsafe: words });
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(withMdx)
  .use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-", resourceLink: true })
  .freeze();

export type Parsed = {
  tree: Root;
  /** `{#id}` of headings, by line. */
  headingIds: Map<number, string>;
  /** Partials by the name of their component. */
  imports: Map<string, string>;
  /** Plain data by the names that the page gives it. */
  constants: Map<string, string>;
};

/** Reads Markdown or MDX of any flavour. What does not fit together is left out and told; nothing is run. */
export function parseMarkdown(source: string, isMdx: boolean, tell: Tell): Parsed {
  const { pieces, headingIds, imports, constants } = scan(
    isMdx ? openCode(source) : fenceIndented(joinLines(source)),
    isMdx,
    tell,
  );
  refuseHeavy(joinPieces(pieces));
  pairTags(pieces, tell);
  for (let tries = 0; tries < TRIES; tries++) {
    const read = tryParse(joinPieces(pieces));
    if (read.tree) {
      resolveReferences(read.tree);
      setApart(read.tree);
      return { tree: read.tree, headingIds, imports, constants };
    }
    const dropped = dropTagNear(pieces, read.line);
    if (!dropped) break;
    tell(dropped.line, dropped.raw, "A tag that does not fit was left out. See whether the text around it is right.");
  }
  tell(1, "tags of the page", "They do not fit together and were left out, their text was kept. Go through this page.");
  const bare = scan(source, false, () => {}).pieces.filter((piece) => typeof piece === "string");
  return { tree: processor.parse(bare.join("")), headingIds, imports, constants };
}

const IN_LINE = /^(?:a|p|td|th|span|picture|strong|b|em|i)$/;

/** `<img>` on lines of its own is a block: several of them are not one line. */
function setApart(parent: Node | Root): void {
  if (!("children" in parent)) return;
  const isLine = isJsx(parent) && IN_LINE.test(parent.name ?? "");
  const children = childrenOf(parent).map((child) => {
    setApart(child);
    const isPicture = child.type === "mdxJsxFlowElement" && child.name === "img";
    return isPicture && !isLine ? { ...paragraph([child]), position: child.position } : child;
  });
  parent.children = children as never; // a block in the place of a block
}

/** Docusaurus shows what stands in such code to other programs as code, and reads it as text itself. */
const openCode = (source: string): string =>
  source.replace(/^([ \t]*)(`{3,}|~{3,})mdx-code-block[ \t]*\n([\s\S]*?)^\1\2[ \t]*$/gm, "\n$3");

function tryParse(source: string): { tree: Root } | { tree: null; line: number } {
  try {
    return { tree: processor.parse(source) };
  } catch (error) {
    // "… closing tag for `<b>` (3:1-3:4)" names the tag itself; else where it was noticed
    const { message = "", line = 1, place } = error as { message?: string; line?: number; place?: { line?: number } };
    return { tree: null, line: Number(/\((\d+):\d+-/.exec(message)?.[1] ?? line ?? place?.line ?? 1) };
  }
}

/** An article's text as MDX. @throws Error when what builds the hub would not understand it. */
export function writeMdx(tree: Root): string {
  const text = processor.stringify(tree);
  mdxToJs(text);
  return text;
}
