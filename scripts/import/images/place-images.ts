import path from "node:path";
import type { Image } from "mdast";
import { slugOf } from "#site/blocks/slug.ts";
import type { Article } from "../articles.ts";
import type { Progress } from "../progress.ts";
import type { Report, Tell } from "../report.ts";
import { isPicture, type Source } from "../source.ts";
import { childrenOf, comment, lineOf, link, text, type Node } from "../tree.ts";
import type { NewFiles } from "../write/write-whole.ts";
import { checkImage } from "./check-image.ts";
import { findImage, type Found } from "./find-image.ts";
import { FreeNames, hashOf } from "./free-names.ts";

/** Where articles find them: two folders up from `articles/<topic>/`. */
export const FROM_ARTICLE = "../../figures/";
/** And parts, one folder up from `parts/`. */
export const FROM_PART = "../figures/";

/** Gives each image a name among the hub's figures; one that another image there has is never given. */
export class Images {
  readonly #source: Source;
  readonly #names = new Map<string, string>();
  readonly #free: FreeNames;
  /** Path in the content → what goes there. */
  readonly copies: NewFiles = new Map();
  missing = 0;

  constructor(into: string, source: Source) {
    this.#free = new FreeNames(path.join(into, "figures"));
    this.#source = source;
  }

  async placeAll(articles: Article[], report: Report, progress: Progress): Promise<void> {
    for (const [index, article] of articles.entries()) {
      progress.count("Pictures of", index, articles.length);
      const tell = report.about(article.page.file);
      // a root has children, which is all that is looked at
      await this.#replaceIn(article.page.tree as unknown as Node, article, tell);
    }
  }

  async #replaceIn(parent: Node, article: Article, tell: Tell): Promise<void> {
    if (!("children" in parent)) return;
    const children: Node[] = [];
    for (const child of childrenOf(parent)) {
      if (child.type === "image") {
        const made = await this.#place(child, article, tell);
        // a link within a link is none
        children.push(...(made.type === "link" && parent.type === "link" ? childrenOf(made) : [made]));
      } else {
        await this.#replaceIn(child, article, tell);
        // a link that nothing is left of but a comment is none
        const isEmpty =
          child.type === "link" && child.children.every(({ type }) => (type as string) === comment("").type);
        children.push(...(isEmpty ? childrenOf(child) : [child]));
      }
    }
    parent.children = children as never; // what stands for an image is phrasing, as it is
  }

  async #place(node: Image, { page }: Article, tell: Tell): Promise<Node> {
    // a file's name, as editors put it in, says nothing
    const said = node.alt?.replace(/\s+/g, " ").trim() ?? "";
    const words = (isPicture(said) && !/\s/.test(said) ? "" : said) || node.title?.trim() || "";
    const name = node.url.slice(0, 120);
    const found = findImage(node.url, page, this.#source);
    if ("remote" in found) {
      tell(lineOf(node), name, `An image of another site became a link to it. Save it, and put it in: ${HOW}.`);
      return link(found.remote, [text(words || "Image")]);
    }
    const named = "problem" in found ? found : await this.#nameOf(found);
    if ("problem" in named) {
      this.missing++;
      const todo = `A comment marks its place: put the file into figures/, and ${HOW} there.`;
      tell(lineOf(node), name, `${named.problem} ${todo}`);
      return comment(`Image: ${name}${words ? ` (${words})` : ""}`);
    }
    if (!words)
      tell(lineOf(node), name, "The image has no alternative text: its file name stands in. Say what it shows.");
    const alt = words || path.parse(named.name).name.replaceAll("-", " ");
    return { ...node, alt, title: null, url: FROM_ARTICLE + named.name };
  }

  async #nameOf(found: Exclude<Found, { problem: string } | { remote: string }>) {
    const { bytes, file } = found;
    const hash = hashOf(bytes);
    const known = this.#names.get(hash);
    if (known) return { name: known };
    const checked = await checkImage(bytes, found.name);
    if ("problem" in checked) return checked;
    const base = slugOf(path.parse(found.name).name) || "image";
    const name = this.#free.take(base, checked.ending, hash);
    this.#names.set(hash, name);
    this.copies.set(`figures/${name}`, file ? { copyOf: file } : { bytes });
    return { name };
  }
}

const HOW = "![what it shows](../../figures/…)";
