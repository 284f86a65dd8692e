/** A logo or icon of the content folder, read and looked at: what a page must know of it, or what is wrong with it. */
import { readBrandFile } from "./brand-file.ts";

export type BrandImage = { bytes: Buffer; type: "image/svg+xml" | "image/png"; width: number; height: number };

/** Every page loads it. */
const MOST = { kb: 50 };
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

/** `{ fault }` says what to do, for the operator. */
export function readBrandImage(contentDir: string, name: string): { image: BrandImage } | { fault: string } {
  const read = readBrandFile(contentDir, name, MOST);
  if ("fault" in read) return read;
  return name.endsWith(".png") ? readPng(name, read.bytes) : readSvg(name, read.bytes);
}

function readPng(name: string, bytes: Buffer): ReturnType<typeof readBrandImage> {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG))
    return { fault: `${name} is no PNG, whatever its name says: save it as one` };
  return { image: { bytes, type: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } };
}

function readSvg(name: string, bytes: Buffer): ReturnType<typeof readBrandImage> {
  const tag = /<svg\b[^>]*>/.exec(bytes.toString("utf8"))?.[0];
  if (!tag) return { fault: `${name} is no SVG, whatever its name says: save it as one` };
  const of = (attribute: string) => new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
  // as an image of its own it is not drawn without
  if (of("xmlns") !== "http://www.w3.org/2000/svg")
    return { fault: `${name} is not drawn by browsers: write xmlns="http://www.w3.org/2000/svg" into its <svg>` };
  const box = of("viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .slice(2) ?? [of("width"), of("height")];
  const [width = 0, height = 0] = box.map((side) => Number(/^([\d.]+)(?:px)?$/.exec(side ?? "")?.[1] ?? 0));
  if (!(width > 0 && height > 0))
    return { fault: `${name} does not say its proportions: give its <svg> a viewBox such as viewBox="0 0 120 32"` };
  return { image: { bytes, type: "image/svg+xml", width, height } };
}
