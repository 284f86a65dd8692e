import { describe, expect, test } from "vitest";
import { recogniseType } from "#server/features/escalation/attachment.values.ts";
import { saySize } from "#server/core/sizes.values.ts";
import { cleanFiles } from "#server/features/escalation/attachments/clean-files.ts";
import { cleanName } from "#server/features/escalation/attachments/clean-name.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const refusal = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  cleanFiles([new File([content], name)]).then(
    () => "taken",
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe("a file's type", () => {
  test("is what its bytes say, whatever it is called", () => {
    expect(recogniseType(bytes("\x89PNG\r\n\x1a\n"))).toBe("image/png");
    expect(recogniseType(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
    expect(recogniseType(bytes("RIFF\x01\x02\n\x04WEBPVP8 "))).toBe("image/webp");
    expect(recogniseType(bytes("%PDF-1.7\n"))).toBe("application/pdf");
    expect(recogniseType(new TextEncoder().encode("\ufeffZeile 1\r\n\t😀"))).toBe("text/plain");
  });

  test("is none for what is neither", () => {
    for (const other of [
      "GIF89a\x01",
      "MZ\x90\x00",
      "PK\x03\x04",
      "\x7fELF",
      "a\0b",
      "\x1b[31m",
      "caf\xe9",
      "\xed\xa0\x80",
    ])
      expect(recogniseType(bytes(other))).toBeNull();
  });
});

test("what is wrong with a file names it", async () => {
  expect(await refusal("holiday.gif", "GIF89a\x01")).toBe(
    "unsupported_media: “holiday.gif” is no picture (PNG, JPEG, WebP), no PDF and no plain text in UTF-8.",
  );
  expect(await refusal("../empty.txt", "")).toBe("unprocessable: “empty.txt” is empty.");
  expect(await refusal("big.txt", "a".repeat(5 * 1024 * 1024 + 1))).toBe("too_large: “big.txt” is larger than 5 MB.");
  expect(await refusal("cut.pdf", "%PDF-1.7\n1 0 obj")).toContain("unprocessable: “cut.pdf” is damaged or cut off.");
  expect(await refusal("half.png", new Uint8Array(bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")))).toContain(
    "“half.png” is damaged",
  );
});

test("a name keeps no folder, no control character, nothing that turns reading, and ends as its content", () => {
  expect(cleanName("C:\\Users\\me\\shot.PNG", "image/png")).toBe("shot.PNG");
  expect(cleanName("../../etc/passwd", "text/plain")).toBe("passwd.txt");
  expect(cleanName("page.html", "text/plain")).toBe("page.html.txt");
  expect(cleanName("invoice\u202Egnp.exe", "image/png")).toBe("invoice gnp.exe.png");
  expect(cleanName('a"\r\nSet-Cookie: x=1.pdf', "application/pdf")).toBe("a Set-Cookie x=1.pdf");
  expect(cleanName("....", "image/webp")).toBe("file.webp");
  expect(cleanName("日本語のスクリーン😀.png", "image/png")).toBe("日本語のスクリーン😀.png");
  expect(Array.from(cleanName("😀".repeat(300), "image/png"))).toHaveLength(100);
});

test("a name is cleaned soon, however long it is", () => {
  const began = performance.now();
  expect(cleanName(`a${" .".repeat(200_000)}b.png`, "image/png")).toMatch(/b\.png$|^[ .a]{1,96}\.png$/);
  expect(performance.now() - began).toBeLessThan(500);
});

test("a size is said in a word", () => {
  expect([1, 12, 1500, 999_600, 5_242_880, 12_000_000].map(saySize)).toEqual([
    "1 byte",
    "12 bytes",
    "2 KB",
    "1.0 MB",
    "5.2 MB",
    "12 MB",
  ]);
});
