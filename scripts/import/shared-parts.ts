import path from "node:path";
import type { Root } from "mdast";
import { partFile } from "#content/article-path.ts";
import { slugOf } from "#site/blocks/slug.ts";
import { checkPart } from "#site/knowledge/parts/check-part.ts";
import { addressOf, type Article } from "./articles.ts";
import { FROM_ARTICLE, FROM_PART } from "./images/place-images.ts";
import { writeMdx } from "./markdown/parse.ts";
import { fileOfShared, isShared, opened } from "./shared.ts";
import { block, childrenOf, walk, type Jsx, type Node } from "./tree.ts";

/** Path within the content → its text, and the file that it was in the source. */
export type NewParts = Map<string, { text: string; from: string }>;
type Use = { article: Article; node: Jsx; from: string; text: string | null };

/** Text that several pages put in becomes a part of the hub's where it is the same in each; elsewhere it stands there as text. */
export function shareParts(articles: Article[]): NewParts {
  const uses = articles.flatMap((article) =>
    childrenOf(article.page.tree)
      .filter(isShared)
      .map((node) => readUse(article, node)),
  );
  const parts: NewParts = new Map();
  const called = new Map<Jsx, string>();
  for (const group of Map.groupBy(uses, ({ article, from }) => `${article.page.language} ${from}`).values()) {
    const [first] = group;
    if (!first?.text || group.length === 1 || group.some(({ text }) => text !== first.text)) continue;
    const name = freeName(first, parts);
    parts.set(partFile(name, first.article.page.language), { text: first.text, from: first.from });
    for (const { node } of group) called.set(node, name);
  }
  for (const { page } of articles) {
    const children = childrenOf(page.tree).flatMap((node): Node[] => {
      if (!isShared(node)) return [node];
      const name = called.get(node);
      return name ? [block("Part", { name }, [])] : opened([node]);
    });
    page.tree.children = children;
  }
  return parts;
}

function readUse(article: Article, node: Jsx): Use {
  return { article, node, from: fileOfShared(node), text: writePart(article, node) };
}

/** Null for what cannot be one. */
function writePart(article: Article, node: Jsx): string | null {
  const children = structuredClone(childrenOf(node));
  const tree = { type: "root", children } as Root; // its children stood in a root before
  for (const each of walk(tree)) {
    if (each.type === "image" && each.url.startsWith(FROM_ARTICLE))
      each.url = FROM_PART + each.url.slice(FROM_ARTICLE.length);
    // what is a section of this page is one of another page elsewhere
    if (each.type === "link" && each.url.startsWith("#"))
      each.url = addressOf(article, article.page.language) + each.url;
  }
  try {
    const text = writeMdx(tree);
    return checkPart({ file: "", text }).length === 0 ? text : null;
  } catch {
    // what cannot be written is told of its article
    return null;
  }
}

function freeName({ from, article }: Use, parts: NewParts): string {
  const base = slugOf(path.parse(from).name) || "part";
  for (let n = 1; ; n++) {
    const name = n > 1 ? `${base}-${n}` : base;
    if (!parts.has(partFile(name, article.page.language))) return name;
  }
}
