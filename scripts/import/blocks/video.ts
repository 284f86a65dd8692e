import { isFilm } from "../images/place-videos.ts";
import type { Tell } from "../report.ts";
import {
  attributeOf,
  block,
  childrenOf,
  isJsx,
  lineOf,
  link,
  paragraph,
  plainText,
  text,
  type Jsx,
  type Node,
} from "../tree.ts";

/** A film of another site is a link to it, for the hub shows nothing of others within its pages; one of the source goes along. */
export function makeVideo(element: Jsx, children: Node[], tell: Tell): Node[] {
  const url = addressOf(element);
  const title = attributeOf(element, "title", "alt") ?? plainText(children);
  const construct = `<${element.name}>`;
  if (url && /^(?:https?:)?\/\//.test(url)) {
    tell(lineOf(element), `${construct} ${url}`, "What another site shows within a page became a link to it.");
    return [paragraph([link(watchAddress(url), [text(title || (FILM.test(url) ? "Watch" : "Open it"))])])];
  }
  if (url && isFilm(url)) {
    const [poster, captions] = [attributeOf(element, "poster"), within(element, "track")];
    return [block("Video", { src: url, title: title || undefined, poster, captions }, [])];
  }
  const todo =
    'A film or sound was left out. Make an MP4 or WebM of it, in videos/, for <Video name="…" title="…" />, or link to it.';
  tell(lineOf(element), `${construct} ${url ?? ""}`, todo);
  return [];
}

/** Where others show films. What they show else is a form, a map, a board. */
const FILM = /youtu\.?be|vimeo|loom\.com|wistia|vidyard|dailymotion|video|\.(?:mp4|webm|mov)\b/i;

function addressOf(element: Jsx): string | undefined {
  const id = attributeOf(element, "id");
  const ofId =
    id && /youtube/i.test(element.name ?? "") ? `https://www.youtube.com/watch?v=${encodeURIComponent(id)}` : undefined;
  return attributeOf(element, "src", "url") ?? within(element, "source") ?? ofId;
}

/** The `src` of the first such element in it. */
function within(element: Jsx, name: string): string | undefined {
  const found = childrenOf(element).find((child): child is Jsx => isJsx(child) && child.name === name);
  return found && attributeOf(found, "src");
}

const watchAddress = (url: string): string =>
  url.replace(/(youtube\.com|youtube-nocookie\.com)\/embed\//, "youtube.com/watch?v=").replace(/^\/\//, "https://");
