import type { Context } from "hono";
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

/** RFC 6266: the name in ASCII for old programs, and as it is (RFC 8187) for all others. */
function saveAs(name: string): string {
  const letters = name.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
  const ascii = letters.replace(/["\\%]/g, "_").replace(/^[ .]*(?=\.\w+$)/, "file");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
