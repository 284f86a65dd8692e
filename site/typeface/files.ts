import type { OwnTypeface } from "#content/identity.ts";
import { readTypefaceFile } from "#content/typeface-file.ts";
import { brandUrl } from "#site/brand/brand-url.ts";

type TypefaceFile = { bytes: Buffer; type: "font/woff2"; url: string };
/** Regular and bold, or a variable typeface's one file. */
export type TypefaceFiles = [TypefaceFile, TypefaceFile] | [TypefaceFile];

/** The operator's own typeface, as pages name its files. @throws Error where one is not there. */
export function openTypefaceFiles({ regular, bold }: OwnTypeface, contentDir: string): TypefaceFiles {
  const open = (as: string, name: string): TypefaceFile => {
    const read = readTypefaceFile(contentDir, name);
    if ("fault" in read) throw new Error(`hub.yaml, brand: ${read.fault}`); // it was sound when hub.yaml was read
    return { bytes: read.bytes, type: "font/woff2", url: brandUrl(as, name, read.bytes) };
  };
  const first = open("typeface", regular);
  return bold === undefined ? [first] : [first, open("typeface-bold", bold)];
}
