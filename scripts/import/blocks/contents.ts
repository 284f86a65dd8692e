import { childrenOf, plainText, walk, type Node } from "../tree.ts";

const CONTENTS = /^(?:table of contents|contents|in this article|on this page|inhalt(?:sverzeichnis)?)$/i;

/** A page's own list of its sections goes, with the heading above it: the hub makes one. */
export function dropContents(nodes: Node[]): Node[] {
  const isHeading = (node: Node | undefined) => node?.type === "heading" && CONTENTS.test(plainText([node]).trim());
  const isDropped = (at: number) => {
    const [heading, list] = [nodes[at], nodes[at + 1]];
    return heading !== undefined && list !== undefined && isHeading(heading) && linksWithin(list);
  };
  return nodes.filter((_, at) => !isDropped(at) && !isDropped(at - 1));
}

/** A list of nothing but links to sections of its page. */
function linksWithin(list: Node): boolean {
  if (list.type !== "list") return false;
  const links = [...walk(list)].filter((node) => node.type === "link");
  const said = links.map((each) => plainText(childrenOf(each))).join("");
  const isAll = said.replaceAll(/\s/g, "") === plainText([list]).replaceAll(/\s/g, "");
  return isAll && links.length > 0 && links.every(({ url }) => url.startsWith("#"));
}
