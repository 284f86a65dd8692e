import { DamagedFile } from "./damaged.ts";
import { readOrientation, writeOrientation } from "./orientation.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const EXIF = Buffer.from("Exif\0\0", "latin1");
const ADOBE = Buffer.from("Adobe", "latin1");
const ICC = Buffer.from("ICC_PROFILE\0", "latin1");
/** JFIF's own fields, without the thumbnail that may follow them. */
const JFIF_LENGTH = 14;

/**
 * A JPEG without EXIF, XMP, IPTC, comments, thumbnails, and whatever stands behind its end; the pixels' bytes are copied
 * as they are. Colour profiles stay, and which way up it is. @throws DamagedFile
 */
export function stripJpeg(file: Buffer): Buffer {
  const first: Buffer[] = [];
  const rest: Buffer[] = [];
  let orientation: number | undefined;
  let scanned = false;
  let at = 2;
  for (;;) {
    const { marker, start, end } = readSegment(file, at);
    at = end;
    if (marker === EOI) break;
    const segment = file.subarray(start, end);
    const body = segment.subarray(4);
    if (marker === APP1 && body.indexOf(EXIF) === 0) orientation ??= readOrientation(body.subarray(EXIF.length));
    else if (marker === APP0 && body.toString("latin1", 0, 5) === "JFIF\0") first.push(withoutThumbnail(segment));
    else if (isKept(marker, body)) rest.push(segment);
    if (marker !== SOS) continue;
    scanned = true;
    at = endOfScan(file, end);
    rest.push(file.subarray(end, at));
  }
  if (!scanned) throw new DamagedFile("A JPEG without a picture");
  const tiff = writeOrientation(orientation ?? 1);
  if (tiff) first.push(writeSegment(APP1, Buffer.concat([EXIF, tiff])));
  return Buffer.concat([Buffer.from([0xff, SOI]), ...first, ...rest, Buffer.from([0xff, EOI])]);
}

/** Of what applications add, colour alone: ICC profiles, and Adobe's word on how colours are coded. */
function isKept(marker: number, body: Buffer): boolean {
  if (marker === APP2) return body.indexOf(ICC) === 0;
  if (marker === APP14) return body.indexOf(ADOBE) === 0;
  return marker < APP0;
}

/** `start` is the marker's 0xff; fill bytes before it are passed over. */
function readSegment(file: Buffer, from: number): { marker: number; start: number; end: number } {
  if (file[from] !== 0xff) throw new DamagedFile("No marker where one must be");
  let at = from;
  while (file[at] === 0xff) at++;
  const marker = file[at];
  if (marker === undefined || marker === 0) throw new DamagedFile("It ends before its end");
  const start = at - 1;
  if (marker === EOI) return { marker, start, end: at + 1 };
  if (marker === SOI || marker < 0xc0) throw new DamagedFile("A marker out of its place");
  const length = at + 3 <= file.length ? file.readUInt16BE(at + 1) : 0;
  const end = at + 1 + length;
  if (length < 2 || end > file.length) throw new DamagedFile("A segment is longer than the file");
  return { marker, start, end };
}

/** Where the next marker stands that is none of the scan's own (0xff00, and restarts). */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new DamagedFile("The picture ends before its end");
}

function withoutThumbnail(segment: Buffer): Buffer {
  if (segment.length < 4 + JFIF_LENGTH) throw new DamagedFile("A JFIF header that is too short");
  const body = Buffer.from(segment.subarray(4, 4 + JFIF_LENGTH));
  body.fill(0, 12); // its width and height
  return writeSegment(APP0, body);
}

function writeSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
