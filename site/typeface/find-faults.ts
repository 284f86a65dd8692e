/** What a file of a typeface lacks, in words. */
import decompress from "woff2-encoder/decompress";
import { openFont, type OpenFont } from "./open-font.ts";
import { WEIGHTS } from "./own-weights.ts";

const SHOWN = 10;

/** `isAlone`: without a second file for what is bold. `signs`: what it has to write. */
export async function findFaults(bytes: Uint8Array, { isAlone, signs }: { isAlone: boolean; signs: string[] }) {
  const file = await decompress(bytes).catch(() => null);
  if (!file) return ["cannot be unpacked: save it as WOFF2 once more"];
  const font = openFont(file);
  const faults = [isAlone ? findMissingWeight(font) : null, findFigures(font), findMissingSigns(font, signs)];
  return faults.filter((fault) => fault !== null);
}

function findMissingWeight({ range }: OpenFont): string | null {
  if (!range) return "has one weight: name a second file beside it, bold, or use a variable typeface";
  if (range.min <= WEIGHTS.regular && range.max >= WEIGHTS.bold) return null;
  return `has weights from ${range.min} to ${range.max}: it needs ${WEIGHTS.regular} to ${WEIGHTS.bold}, or a second file beside it, bold`;
}

const findFigures = (font: OpenFont): string | null =>
  font.hasTabularFigures()
    ? null
    : "has no digits of one width, so that columns of numbers do not line up: use a version that has tabular figures (tnum)";

function findMissingSigns(font: OpenFont, signs: string[]): string | null {
  const missing = signs.filter((sign) => !font.signs.has(sign.codePointAt(0) ?? 0));
  if (missing.length === 0) return null;
  const shown = missing.slice(0, SHOWN).join(" ");
  return `lacks ${shown}${missing.length > SHOWN ? " …" : ""}, which the hub's languages write: use a version that has them`;
}
