import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import { attributeOf, isJsx, lineOf, plainText, childrenOf, walk, type Node } from "./tree.ts";

/** Notes at each heading by which names the source's links know it. `given` are names written beside it, by line. */
export function noteHeadings(tree: Root, given: Map<number, string>): void {
  const slugger = new GithubSlugger();
  let waiting: string[] = [];
  for (const node of walk(tree)) {
    const id = isJsx(node) ? attributeOf(node, "id", "name") : undefined;
    const isHeading = node.type === "heading" || (isJsx(node) && /^h[1-6]$/i.test(node.name ?? ""));
    const titled = isJsx(node) && !isHeading ? attributeOf(node, "title") : undefined;
    if (!isHeading && titled === undefined) {
      if (id) waiting.push(id);
      continue;
    }
    const own = given.get(lineOf(node)) ?? id;
    const words = titled ?? plainText(childrenOf(node));
    noteIds(node, [...waiting, ...(own ? [own] : []), ...(own && isHeading ? [] : [slugger.slug(words)])]);
    waiting = [];
  }
}

export const noteIds = (node: Node, ids: string[]): void => {
  node.data = { ...node.data, oldIds: [...(node.data?.oldIds ?? []), ...ids] } as Node["data"];
};

/** The ids that headings and blocks have in the built page, by the names that the source's links use. */
export function readAnchors(tree: Root): Map<string, string> {
  const slugger = new GithubSlugger();
  const anchors = new Map<string, string>();
  for (const node of walk(tree)) {
    const isBlock = isJsx(node) && (node.name === "Step" || node.name === "Troubleshoot");
    if (node.type !== "heading" && !isBlock) continue;
    const id = isBlock ? attributeOf(node, "id") : slugger.slug(plainText(childrenOf(node)));
    if (!id) continue;
    for (const old of [id, ...(node.data?.oldIds ?? [])]) if (!anchors.has(old)) anchors.set(old, id);
  }
  return anchors;
}
