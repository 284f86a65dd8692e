/** The operator's own typeface, unpacked: what is measured, checked and drawn of it is what browsers will show. */
import decompress from "woff2-encoder/decompress";
import { openFont, type OpenFont, type Weights } from "./open-font.ts";
import type { TypefaceFiles } from "./files.ts";

/** Those that the style sheets ask for; 600 is between them, and bold where a typeface has nothing between. */
export const WEIGHTS = { regular: 400, bold: 700 };

/** @throws Error where a file cannot be unpacked. */
export async function openOwn([regular, bold]: TypefaceFiles): Promise<Weights> {
  const file = await decompress(regular.bytes);
  const open = (weight: number): OpenFont => openFont(file, weight);
  if (!bold) return { regular: open(WEIGHTS.regular), bold: open(WEIGHTS.bold) };
  return { regular: openFont(file), bold: openFont(await decompress(bold.bytes)) };
}
