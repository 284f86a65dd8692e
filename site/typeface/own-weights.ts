/** The operator's own typeface, unpacked: what is measured and drawn of it is what browsers will show. */
import decompress from "woff2-encoder/decompress";
import type { TypefaceFiles } from "./files.ts";
import { openFont, type Weights } from "./open-font.ts";

/** Those that the style sheets ask for; 600 is between them, and bold where a typeface has nothing between. */
export const WEIGHTS = { regular: 400, bold: 700 };

/** @throws Error where a file cannot be unpacked. */
export async function openOwn([regular, bold]: TypefaceFiles): Promise<Weights> {
  const file = await decompress(regular.bytes);
  return {
    regular: openFont(file, WEIGHTS.regular),
    bold: openFont(bold ? await decompress(bold.bytes) : file, WEIGHTS.bold),
  };
}
