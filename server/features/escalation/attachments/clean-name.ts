import type { AttachmentType } from "../attachment.values.ts";

const MAX = 100;
/** Of what a form or a mail calls a file, so much is looked at: a name of megabytes would take its time squared. */
const LOOKED_AT = 1000;
/** The first is added to a name that ends in none of them. */
const ENDINGS: Record<AttachmentType, [string, ...string[]]> = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "text/plain": ["txt", "log"],
};

/**
 * A file's name as one can be shown and saved: no folders, no control characters, none that turn the reading direction,
 * and an ending that fits its content: "invoice.pdf.exe" that is a PNG is "invoice.pdf.exe.png".
 */
export function cleanName(given: string, mediaType: AttachmentType | null): string {
  const base = given.slice(-LOOKED_AT).toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd"*:<>?|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
  const endings: string[] = mediaType ? ENDINGS[mediaType] : [];
  const ending = /\.([^.]+)$/.exec(plain)?.[1] ?? "";
  const fits = endings.length === 0 || endings.includes(ending.toLowerCase());
  const added = fits ? "" : `.${endings[0]}`;
  const stem = fits && ending ? plain.slice(0, -ending.length - 1) : plain;
  const tail = fits && ending ? `.${ending}` : added;
  return `${shorten(stem, MAX - tail.length) || "file"}${tail}`;
}

const shorten = (text: string, max: number): string => Array.from(text).slice(0, max).join("").trimEnd();
