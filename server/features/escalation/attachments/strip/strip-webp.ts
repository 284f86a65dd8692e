import { DamagedFile } from "./damaged.ts";
import { readOrientation, writeOrientation } from "./orientation.ts";

/** RIFF, its length, WEBP. */
const HEAD_LENGTH = 12;
const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const PICTURES = new Set(["VP8 ", "VP8L", "ANMF"]);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** A WebP without EXIF, XMP and whatever is not the picture; which way up it is stays. @throws DamagedFile */
export function stripWebp(file: Buffer): Buffer {
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) throw new DamagedFile("It ends before its end");
  const kept: Buffer[] = [];
  let orientation = 1;
  let features: Buffer | undefined;
  for (let at = HEAD_LENGTH; at < end;) {
    const chunk = readChunk(file.subarray(0, end), at);
    at += chunk.length;
    const name = chunk.toString("latin1", 0, 4);
    const whole = name === "VP8X" ? (features = Buffer.from(chunk)) : chunk;
    if (KEPT.has(name)) kept.push(whole);
    if (name === "EXIF") orientation = readOrientation(withoutPrefix(chunk.subarray(8)));
  }
  if (!kept.some((chunk) => PICTURES.has(chunk.toString("latin1", 0, 4))))
    throw new DamagedFile("A WebP without a picture");
  // a file without the chunk of features has no room for EXIF, and no reader looks for it
  const tiff = features ? writeOrientation(orientation) : null;
  features?.writeUInt8((features.readUInt8(8) & ~(HAS_EXIF | HAS_XMP)) | (tiff ? HAS_EXIF : 0), 8);
  if (tiff) kept.push(writeChunk("EXIF", tiff));
  const body = Buffer.concat(kept);
  const head = Buffer.from(file.subarray(0, HEAD_LENGTH));
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}

/** Some writers put JPEG's own beginning before EXIF. */
const withoutPrefix = (exif: Buffer): Buffer =>
  exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;

/** With its padding to an even length. */
function readChunk(file: Buffer, at: number): Buffer {
  const length = at + 8 <= file.length ? file.readUInt32LE(at + 4) : Infinity;
  const end = at + 8 + length;
  if (end > file.length || (file.toString("latin1", at, at + 4) === "VP8X" && length < 10))
    throw new DamagedFile("A chunk is longer than the file");
  const padding = length % 2;
  // some writers forget the last one
  return end + padding > file.length
    ? Buffer.concat([file.subarray(at, end), Buffer.alloc(padding)])
    : file.subarray(at, end + padding);
}

function writeChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2));
  chunk.write(name, "latin1");
  chunk.writeUInt32LE(data.length, 4);
  data.copy(chunk, 8);
  return chunk;
}
