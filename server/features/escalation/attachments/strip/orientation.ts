/** The one thing of EXIF that a picture needs: which way up it is. */
const ORIENTATION = 0x0112;
const SHORT = 3;

/** Reads it from a TIFF block (what EXIF is made of), 1 to 8; 1, which is upright, where it cannot be read. */
export function readOrientation(tiff: Buffer): number {
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 14 || (order !== "II" && order !== "MM")) return 1;
  const little = order === "II";
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const list = u32(4);
  if (u16(2) !== 42 || list + 2 > tiff.length) return 1;
  const entries = u16(list);
  for (let i = 0; i < entries; i++) {
    const at = list + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (u16(at) !== ORIENTATION || u16(at + 2) !== SHORT) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF block that says this and nothing else; null for a picture that is upright. */
export function writeOrientation(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const tiff = Buffer.alloc(26);
  tiff.write("MM", "latin1");
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4); // where the list is
  tiff.writeUInt16BE(1, 8); // its one entry
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14); // one value
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
