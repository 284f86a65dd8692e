import { mdxToMdast, type MdastNode } from "satteri";
import type { Mistake } from "#content/mistakes.ts";
import { checkMdx } from "../check-mdx.ts";
import { findUses } from "./find-uses.ts";

type Source = { file: string; text: string };

/** What is wrong with a part by itself, wherever it stands. How its blocks fit is seen in the articles. */
export function checkPart({ file, text }: Source): Mistake[] {
  const say = (line: number, message: string): Mistake => ({ file, line, message });
  if (text.trim() === "") return [say(1, "there is nothing in it")];
  if (/^---\r?\n/.test(text))
    return [say(1, "a part is text alone: take the lines between --- and --- out, which say of an article what it is")];
  const broken = checkMdx({ file, text });
  if (broken.length > 0) return broken;
  const within = findUses(text).map(({ line }) => say(line, "a part holds no other part: write its text here"));
  const tree = mdxToMdast(`${text}\n\n<End />`);
  const isOpen = lastOf(tree)?.type !== "mdxJsxFlowElement";
  const foreign = listNodes(tree).flatMap((node) => {
    const message = sayForeign(node);
    return message ? [say(node.position?.start.line ?? 1, message)] : [];
  });
  return [
    ...within,
    ...foreign,
    ...(isOpen ? [say(lineOfLast(text), "code begins here or before, and no line ends it")] : []),
  ];
}

const isBeside = (url: string) => !/^(?:[a-z][a-z0-9+.-]*:|[/#]|$)/i.test(url);

/** What means something else in each article, or nothing but in a file of its own. */
function sayForeign(node: MdastNode): string | null {
  if (node.type === "mdxjsEsm") return "a part has no import and no export: take the line out";
  if (node.type === "footnoteDefinition") return "a note at the foot stands in the article: write it as text here";
  const isLink = node.type === "link" || node.type === "definition";
  if (isLink && isBeside(node.url))
    return `the link "${node.url}" would mean another page in each article: begin it with /`;
  return null;
}

function listNodes(node: MdastNode): MdastNode[] {
  return [node, ...("children" in node ? node.children.flatMap(listNodes) : [])];
}

const lastOf = (tree: MdastNode): MdastNode | undefined => ("children" in tree ? tree.children.at(-1) : undefined);
const lineOfLast = (text: string): number => text.trimEnd().split("\n").length;
