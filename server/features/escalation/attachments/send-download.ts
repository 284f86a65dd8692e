import type { Context } from "hono";
import { saveAs } from "#server/core/save-as.ts";
import type { Download } from "./read-attachments.ts";

/** Answers with a file to save, never to show: whatever is in it runs nowhere, and no cache keeps it. */
export function sendDownload(c: Context, { name, mediaType, content }: Download): Response {
  const type = mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType;
  return c.body(new Uint8Array(content), 200, {
    "Content-Type": type,
    "Content-Disposition": saveAs(name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
}
