import path from "node:path";
import { blankCode } from "../mdx-tags.ts";
import type { Part } from "./read-parts.ts";

const PICTURE = /(!\[[^\]]*\]\()(\.{0,2}[\w][^)\s:]*|\.{1,2}\/[^)\s]*)/g;

/** A part's text with its pictures named from an article's file, which is what a page is made of. */
export function movePictures({ file, text }: Part, articleFile: string): string {
  if (!text.includes("![")) return text;
  const from = path.dirname(path.resolve(articleFile));
  const blanked = blankCode(text);
  return text.replace(PICTURE, (all, before: string, url: string, at: number) => {
    if (blanked[at] !== "!") return all;
    const name = path.relative(from, path.resolve(path.dirname(file), url)).replaceAll(path.sep, "/");
    return before + (name.startsWith(".") ? name : `./${name}`);
  });
}
