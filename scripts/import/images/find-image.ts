import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { decodeAddress, type Source, type SourcePage } from "../source.ts";

/** An image's content, and the file that it is in: none when it was written into the page. */
export type Found = { bytes: Buffer; name: string; file?: string } | { problem: string } | { remote: string };

const MAX_BYTES = 20_000_000;

/** Beside the page, or in a folder of assets. Never outside of the source. */
export function findImage(url: string, page: SourcePage, source: Source): Found {
  if (/^data:/i.test(url)) return readData(url);
  const file = findFile(url, page, source);
  if (file === OUTSIDE) return { problem: "The image lies outside of the folder: not copied." };
  if (file !== null) {
    if (statSync(file).size > MAX_BYTES)
      return { problem: "The image is larger than 20 MB: not copied. Make it smaller." };
    return { bytes: readFileSync(file), name: path.basename(file), file };
  }
  const whole = wholeAddress(url);
  const isOwn = whole === null || whole.origin === URL.parse(source.site ?? "")?.origin;
  return isOwn ? { problem: "The image is not there." } : { remote: whole.href };
}

export const OUTSIDE = Symbol("outside of the source");

/** The file that a page of the source means by an address; null where there is none. */
export function findFile(url: string, page: SourcePage, source: Source): string | typeof OUTSIDE | null {
  const whole = wholeAddress(url);
  const bare = decodeAddress(whole?.pathname ?? url.split(/[?#]/)[0] ?? "").replace(/^(?:@site|~)\//, "/");
  const files = placesOf(bare, whole, page, source).map((place) => path.resolve(source.root, place));
  const file = files.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  if (file === undefined) return null;
  return realpathSync(file).startsWith(source.root + path.sep) ? file : OUTSIDE;
}

const wholeAddress = (url: string): URL | null => (/^(?:https?:)?\/\//i.test(url) ? URL.parse(url, "https://x") : null);

/** A site that was copied has a folder for each host. */
function placesOf(bare: string, whole: URL | null, page: SourcePage, { assets, site }: Source): string[] {
  const base = URL.parse(site ?? "")?.pathname ?? "/";
  const below = bare.startsWith(base) ? bare.slice(base.length) : bare;
  return [
    ...(bare.startsWith("/") ? [] : [path.join(path.dirname(page.file), bare)]),
    ...assets.flatMap((folder) => [path.join(folder, bare), path.join(folder, below)]),
    ...(whole ? [path.join(whole.host, bare)] : []),
    // `/` is the source's own folder
  ].map((place) => place.replace(/^\/+/, ""));
}

function readData(url: string): Found {
  const [, kind = "", coding, content = ""] = /^data:image\/([a-z+.-]+)[^,]*?(;base64)?,(.*)$/is.exec(url) ?? [];
  if (!content || content.length > MAX_BYTES)
    return { problem: "An image that is written into the page was left out." };
  const bytes = coding ? Buffer.from(content, "base64") : Buffer.from(decodeAddress(content));
  return { bytes, name: `image.${kind.replace(/\+.*$/, "")}` };
}
