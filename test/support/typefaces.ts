/** Files of a typeface as an operator might have them: the standard one's, changed and packed as WOFF2. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { compress } from "woff2-encoder";
import type { Weight } from "#site/typeface/open-font.ts";

const SITE = path.resolve(import.meta.dirname, "../../site");
const [FIRST_TABLE, TABLE] = [12, 16];

/** Weights from 400 to 700, the letters of English and German. */
export const VARIABLE = readFileSync(path.join(SITE, "public/fonts/atkinson-next-core.woff2"));

type Changes = {
  /** Tables that are taken out of it. */
  without?: string[];
  /** Its units in an em: with fewer than 1000 everything in it is as much larger. */
  upem?: number;
};

export async function makeTypeface(weight: Weight, { without = [], upem }: Changes = {}): Promise<Uint8Array> {
  const file = readFileSync(path.join(SITE, `typeface/atkinson-next-${weight}.ttf`));
  for (const { tag, at, offset } of tablesOf(file)) {
    if (without.includes(tag)) file.write(tag.toLowerCase(), at, "latin1");
    if (tag === "head" && upem) file.writeUInt16BE(upem, offset + 18);
  }
  return compress(file);
}

const tablesOf = (file: Buffer) =>
  Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const at = FIRST_TABLE + index * TABLE;
    return { tag: file.toString("latin1", at, at + 4), at, offset: file.readUInt32BE(at + 8) };
  });
