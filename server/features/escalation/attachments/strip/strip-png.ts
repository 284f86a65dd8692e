import { crc32 } from "node:zlib";
import { DamagedFile } from "./damaged.ts";
import { readOrientation, writeOrientation } from "./orientation.ts";

const SIGNATURE_LENGTH = 8;
/** Length, name and check sum around a chunk's data. */
const AROUND = 12;
/** What is needed to see the picture as it was meant, animation included. All others go: texts, times, other programs' own. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split(" "),
);

/** A PNG without EXIF, texts and whatever stands behind its end; which way up it is stays. @throws DamagedFile */
export function stripPng(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  for (let at = SIGNATURE_LENGTH; ;) {
    const { name, end } = readChunk(file, at);
    if ((at === SIGNATURE_LENGTH) !== (name === "IHDR")) throw new DamagedFile("Its head is not at its head");
    if (KEPT.has(name)) kept.push(file.subarray(at, end));
    if (name === "eXIf") orientation = readOrientation(file.subarray(at + 8, end - 4));
    if (name === "IEND") break;
    at = end;
  }
  if (!kept.some((chunk) => nameOf(chunk, 0) === "IDAT")) throw new DamagedFile("A PNG without a picture");
  const tiff = writeOrientation(orientation);
  const [head = Buffer.alloc(0), ...rest] = kept;
  return Buffer.concat([
    file.subarray(0, SIGNATURE_LENGTH),
    head,
    ...(tiff ? [writeChunk("eXIf", tiff)] : []),
    ...rest,
  ]);
}

const nameOf = (file: Buffer, at: number): string => file.toString("latin1", at + 4, at + 8);

function readChunk(file: Buffer, at: number): { name: string; end: number } {
  const end = at + AROUND <= file.length ? at + AROUND + file.readUInt32BE(at) : Infinity;
  if (end > file.length) throw new DamagedFile("It ends before its end");
  if (file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4)))
    throw new DamagedFile("A check sum is wrong");
  return { name: nameOf(file, at), end };
}

function writeChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(AROUND + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(name, 4, "latin1");
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
