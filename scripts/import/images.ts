import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { imageMetadata } from "astro/assets/utils";
import { slugOf } from "#site/blocks/slug.ts";
import type { Article } from "./articles.ts";
import type { Report, Tell } from "./report.ts";
import type { Source } from "./source.ts";
import { childrenOf, comment, lineOf, link, text, type Node } from "./tree.ts";
import type { Image } from "mdast";

const MAX_BYTES = 20_000_000;
const KINDS = new Set([".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]);
/** Where articles find them: two folders up from `articles/<topic>/`. */
const FROM_ARTICLE = "../../figures/";

export type Images = {
  /** Path in the content → file that is copied there. */
  copies: Map<string, string>;
  missing: number;
};

type Found = { file: string } | { problem: string };

/** Finds each image beside the source and gives it a name among the hub's figures. */
export async function placeImages(articles: Article[], source: Source, report: Report): Promise<Images> {
  const images: Images = { copies: new Map(), missing: 0 };
  for (const article of articles) {
    const tell = report.about(article.page.file);
    const place = async (node: Image) => placeImage(node, article, source, images, tell);
    await replaceImages(article.page.tree as unknown as Node, place);
  }
  return images;
}

async function replaceImages(parent: Node, place: (node: Image) => Promise<Node>): Promise<void> {
  const children: Node[] = [];
  for (const child of childrenOf(parent)) {
    if (child.type === "image") {
      const made = await place(child);
      // a link within a link is none
      children.push(...(made.type === "link" && parent.type === "link" ? childrenOf(made) : [made]));
    } else {
      await replaceImages(child, place);
      children.push(child);
    }
  }
  if ("children" in parent) parent.children = children as never; // what stands for an image is phrasing, as it is
}

async function placeImage(node: Image, article: Article, source: Source, images: Images, tell: Tell): Promise<Node> {
  const line = lineOf(node);
  const words = node.alt?.replace(/\s+/g, " ").trim() || node.title?.trim() || "";
  if (/^(?:https?:)?\/\//i.test(node.url) && !isOwn(node.url, source)) {
    tell(
      line,
      node.url,
      "An image of another site became a link to it. Save it, and put it in: ![what it shows](../../figures/…).",
    );
    return link(node.url.replace(/^\/\//, "https://"), [text(words || "Image")]);
  }
  const found = await findImage(node.url, article, source);
  if ("problem" in found) {
    images.missing++;
    const name = node.url.slice(0, 120);
    tell(
      line,
      name,
      `${found.problem} A comment marks its place: put the file into figures/, and ![what it shows](../../figures/…) there.`,
    );
    return comment(`Image: ${name}${words ? ` (${words})` : ""}`);
  }
  if (!words) tell(line, node.url, "The image has no alternative text: its file name stands in. Say what it shows.");
  const alt = words || path.basename(found.file, path.extname(found.file)).replaceAll(/[-_]+/g, " ");
  return { ...node, alt, title: null, url: `${FROM_ARTICLE}${nameImage(found.file, images.copies)}` };
}

const isOwn = (url: string, { site }: Source): boolean =>
  site !== undefined && URL.parse(url, "https://x")?.origin === URL.parse(site)?.origin;

/** Beside the page, or in a folder of assets. Never outside of the source. */
async function findImage(url: string, { page }: Article, { root, assets, site }: Source): Promise<Found> {
  if (/^data:/i.test(url)) return { problem: "An image that is written into the page was left out." };
  const bare = decode((URL.canParse(url) ? new URL(url).pathname : url).split(/[?#]/)[0] ?? "")
    .replace(/^@site\//, "/")
    .replace(/^~\//, "/");
  const base = site ? (URL.parse(site)?.pathname ?? "/") : "/";
  const absolute = bare.startsWith(base) ? bare.slice(base.length) : bare;
  const folders = bare.startsWith("/") ? [] : [path.dirname(page.file)];
  const places = [
    ...folders.map((folder) => path.join(folder, bare)),
    ...assets.flatMap((folder) => [path.join(folder, bare), path.join(folder, absolute)]),
  ];
  for (const place of places) {
    const file = path.resolve(root, place);
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    if (!realpathSync(file).startsWith(root + path.sep))
      return { problem: "The image lies outside of the folder: not copied." };
    return checkImage(file);
  }
  return { problem: "The image is not there." };
}

async function checkImage(file: string): Promise<Found> {
  const kind = path.extname(file).toLowerCase();
  if (!KINDS.has(kind)) return { problem: `The image is no kind that browsers show (${[...KINDS].join(" ")}).` };
  if (statSync(file).size > MAX_BYTES)
    return { problem: "The image is larger than 20 MB: not copied. Make it smaller." };
  const bytes = readFileSync(file);
  if (kind === ".svg" && /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY/i.test(bytes.toString("utf8")))
    return { problem: "The drawing holds code: not copied. Save it without." };
  try {
    await imageMetadata(bytes, file);
    return { file };
  } catch {
    return { problem: "The file is no image that can be read." };
  }
}

/** One name for one file, and another for another of the same name. */
function nameImage(file: string, copies: Map<string, string>): string {
  const kind = path.extname(file).toLowerCase();
  const base = slugOf(path.basename(file, path.extname(file))) || "image";
  for (let n = 1; ; n++) {
    const name = `${base}${n > 1 ? `-${n}` : ""}${kind}`;
    const other = copies.get(`figures/${name}`);
    if (other !== undefined && other !== file) continue;
    copies.set(`figures/${name}`, file);
    return name;
  }
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words).replaceAll("\0", "");
  } catch {
    return words;
  }
}
