import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DamagedFile } from "#server/features/escalation/attachments/strip/damaged.ts";
import { readOrientation } from "#server/features/escalation/attachments/strip/orientation.ts";
import { stripJpeg } from "#server/features/escalation/attachments/strip/strip-jpeg.ts";
import { stripPng } from "#server/features/escalation/attachments/strip/strip-png.ts";
import { stripWebp } from "#server/features/escalation/attachments/strip/strip-webp.ts";

const read = (name: string) => readFileSync(new URL(`../../../../fakes/pictures/${name}`, import.meta.url));
const PICTURES = [
  ["phone.jpg", stripJpeg],
  ["progressive.jpg", stripJpeg],
  ["shot.png", stripPng],
  ["photo.webp", stripWebp],
  ["plain.webp", stripWebp],
] as const;
/** What the pixels are made of, as each kind of file keeps it. */
const pixelsOf = (name: string, file: Buffer): Buffer => {
  if (name.endsWith("jpg"))
    return file.subarray(file.indexOf(Buffer.from([0xff, 0xda])), file.lastIndexOf(Buffer.from([0xff, 0xd9])));
  const [begin, length] = name.endsWith("png")
    ? [file.indexOf("IDAT"), file.readUInt32BE(file.indexOf("IDAT") - 4)]
    : [
        file.indexOf(/plain/.test(name) ? "VP8L" : "VP8 "),
        file.readUInt32LE(file.indexOf(/plain/.test(name) ? "VP8L" : "VP8 ") + 4),
      ];
  return file.subarray(begin, begin + 4 + length);
};
/** Of the EXIF that is left. */
const orientationOf = (file: Buffer): number | null => {
  const at = file.indexOf(Buffer.from("MM\0*", "latin1"));
  return at < 0 ? null : readOrientation(file.subarray(at));
};

describe.each(PICTURES)("%s", (name, strip) => {
  const before = read(name);
  const after = strip(before);

  test("loses what was noted in it, and keeps every byte of its pixels and its colours", () => {
    expect(before.includes("CANARY")).toBe(name !== "plain.webp");
    for (const note of ["CANARY", "GPS", "xmpmeta", "Photoshop", "JFXX"]) expect(after.includes(note)).toBe(false);
    expect(pixelsOf(name, after).equals(pixelsOf(name, before))).toBe(true);
    const profile = (file: Buffer) => ["ICC_PROFILE", "iCCP", "ICCP"].some((mark) => file.includes(mark));
    expect(profile(after)).toBe(profile(before));
    expect(strip(after).equals(after)).toBe(true);
  });

  test("cut off anywhere, is damaged or still a clean picture, and nothing else", () => {
    for (let length = 12; length < before.length; length += 1) {
      const cut = before.subarray(0, length);
      let clean: Buffer;
      try {
        clean = strip(cut);
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedFile);
        continue;
      }
      // only what stands behind the end was cut
      expect(clean.equals(after)).toBe(true);
    }
  });

  test("with any byte turned, ends soon, with a picture or as damaged, and grows by no more than its orientation", () => {
    for (let at = 12; at < before.length; at += 1) {
      const turned = Buffer.from(before);
      turned[at] = (turned[at] ?? 0) ^ 0xff;
      try {
        expect(strip(turned).length).toBeLessThanOrEqual(before.length + 36);
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedFile);
      }
    }
  });
});

test("which way up a picture is stays, and is all that stays of EXIF", () => {
  const left = Object.fromEntries(PICTURES.map(([name, strip]) => [name, orientationOf(strip(read(name)))]));
  expect(left).toEqual({ "phone.jpg": 6, "progressive.jpg": null, "shot.png": 3, "photo.webp": 8, "plain.webp": null });
});

test("a comment between two scans, and a file that claims a segment of 64 KB, hide nothing", () => {
  const jpeg = read("progressive.jpg");
  const second = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const comment = Buffer.from("\xff\xfe\x00\x08CANARY", "latin1");
  const hidden = Buffer.concat([jpeg.subarray(0, second), comment, jpeg.subarray(second)]);
  expect(stripJpeg(hidden).equals(stripJpeg(jpeg))).toBe(true);
  expect(() => stripJpeg(Buffer.from("\xff\xd8\xff\xe1\xff\xff12", "latin1"))).toThrow(DamagedFile);
});

test("an orientation that points outside its block, or is none, is upright", () => {
  const tiff = (hex: string) => readOrientation(Buffer.from(hex.replaceAll(" ", ""), "hex"));
  expect(tiff("4d4d 002a 00000008 0001 0112 0003 00000001 0006 0000 00000000")).toBe(6);
  expect(tiff("4949 2a00 08000000 0100 1201 0300 01000000 0800 0000 00000000")).toBe(8);
  expect(tiff("4d4d 002a ffffffff 0001 0112 0003 00000001 0006 0000")).toBe(1);
  expect(tiff("4d4d 002a 00000008 ffff 0112 0003 00000001 0009 0000")).toBe(1);
  expect(tiff("4d4d")).toBe(1);
});
