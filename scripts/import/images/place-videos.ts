import { readFileSync } from "node:fs";
import path from "node:path";
import { VIDEOS_FOLDER } from "#content/article-path.ts";
import { slugOf } from "#site/blocks/slug.ts";
import { CAPTION_ENDINGS, FILM_ENDINGS, STILL_ENDINGS } from "#site/videos/video-names.ts";
import type { Article } from "../articles.ts";
import type { Report, Tell } from "../report.ts";
import type { Source, SourcePage } from "../source.ts";
import { attributeOf, block, childrenOf, comment, isJsx, lineOf, paragraph, type Jsx, type Node } from "../tree.ts";
import type { NewFiles } from "../write/write-whole.ts";
import { findFile } from "./find-image.ts";
import { FreeNames, hashOf } from "./free-names.ts";

/** Copies the films that pages show into the hub, each with its picture and captions. @returns path in the content → what goes there */
export function placeVideos(articles: Article[], source: Source, into: string, report: Report): NewFiles {
  const names = new FreeNames(path.join(into, VIDEOS_FOLDER));
  const copies: NewFiles = new Map();

  const replaceIn = (parent: Node, page: SourcePage, tell: Tell): void => {
    if (!("children" in parent)) return;
    const children = childrenOf(parent).map((child) => {
      const isVideo = isJsx(child) && child.name === "Video" && child.data?.ours;
      if (isVideo) return place(child, page, tell);
      replaceIn(child, page, tell);
      return child;
    });
    parent.children = children as never; // a block or comment stands for a block
  };

  const place = (video: Jsx, page: SourcePage, tell: Tell): Node => {
    const src = attributeOf(video, "src") ?? "";
    const say = (todo: string) => tell(lineOf(video), src, todo);
    const found = findFile(src, page, source);
    if (typeof found !== "string") {
      say(`The film is not there: a comment marks its place. ${HOW}`);
      return paragraph([comment(`Video: ${src}`)]);
    }
    const { name: called, ext } = path.parse(found);
    const base = slugOf(called) || "video";
    const given = names.take(base, ext.toLowerCase(), hashOf(readFileSync(found)));
    const name = path.parse(given).name;
    copies.set(`${VIDEOS_FOLDER}/${given}`, { copyOf: found });
    const goesAlong = (attribute: string, endings: string[]): void => {
      const beside = findFile(attributeOf(video, attribute) ?? "", page, source);
      if (typeof beside !== "string") return;
      const ending = path.extname(beside).toLowerCase().replace(".jpeg", ".jpg");
      if (endings.includes(ending)) copies.set(`${VIDEOS_FOLDER}/${name}${ending}`, { copyOf: beside });
    };
    goesAlong("poster", STILL_ENDINGS);
    goesAlong("captions", CAPTION_ENDINGS);
    const title = attributeOf(video, "title");
    if (!title) say("The film has no title: its file name stands in. Say what it shows.");
    return block("Video", { name, title: title ?? called.replaceAll(/[-_]+/g, " ") }, []);
  };

  for (const { page } of articles) replaceIn(page.tree as unknown as Node, page, report.about(page.file)); // a root has children
  return copies;
}

/** Whether browsers play what an address leads to. */
export const isFilm = (url: string): boolean =>
  FILM_ENDINGS.includes(path.extname(url.split(/[?#]/)[0] ?? "").toLowerCase());

const HOW = `Put it into ${VIDEOS_FOLDER}/, and <Video name="…" title="…" /> there.`;
