/** What may be attached, for the server and the browser alike: judged by content, never by name. Imports nothing but words. */
import type { attachmentWords } from "./attachment.words.ts";
export { attachmentWords } from "./attachment.words.ts";

export const ATTACHMENT_MAX_BYTES = 5 * 1024 * 1024;
/** With one message. */
export const ATTACHMENTS_MAX = 5;
/** Bytes on the wire of as many files as a message may have, with what a form writes around each. */
export const FILES_MAX = ATTACHMENTS_MAX * (ATTACHMENT_MAX_BYTES + 16 * 1024);
/** With one case, all its messages together. */
export const CASE_ATTACHMENTS_MAX = 40;
export const ATTACHMENT_TYPES = ["image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain"] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
export type FileFault = keyof typeof attachmentWords.faults;

const MAGIC: [AttachmentType, RegExp][] = [
  ["image/png", /^\x89PNG\r\n\x1a\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
  ["application/pdf", /^%PDF-\d/],
];

/** The type that the bytes themselves tell, or null. */
export function recogniseType(bytes: Uint8Array): AttachmentType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  const found = MAGIC.find(([, pattern]) => pattern.test(head));
  if (found) return found[0];
  return isPlainText(bytes) ? "text/plain" : null;
}

/** Whole UTF-8 without control characters but tabs and ends of lines. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
