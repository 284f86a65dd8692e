import { readFileSync } from "node:fs";
import path from "node:path";
import { openFont, type OpenFont, type Weights } from "./open-font.ts";

/** The standard typeface's two weights as they were published: what browsers get are parts of it, as WOFF2. */
export const openStandard = (): Weights => ({ bold: open("bold"), regular: open("regular") });

const open = (weight: string): OpenFont =>
  openFont(readFileSync(path.join(import.meta.dirname, `atkinson-next-${weight}.ttf`)));
