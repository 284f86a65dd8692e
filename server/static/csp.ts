import { createHash } from "node:crypto";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
/** What a browser runs, or obeys; anything else in a script element is data. */
const SCRIPT_TYPES = new Set(["", "module", "text/javascript", "importmap", "speculationrules"]);

/** `'sha256-…'` of each inline script of a page. */
export function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of html.matchAll(SCRIPT)) {
    const type = /\btype\s*=\s*["']?([^\s"']*)/i.exec(attributes)?.[1] ?? "";
    if (/\bsrc\s*=/i.test(attributes) || !SCRIPT_TYPES.has(type.toLowerCase())) continue;
    hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  return [...hashes];
}

/** The policy of a page with these inline scripts. `wasm` is for Pagefind's worker alone. */
export function pagePolicy(scriptHashes: string[] = [], { wasm = false } = {}): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...(wasm ? ["'wasm-unsafe-eval'"] : []), ...scriptHashes].join(" "),
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The same policy for a page that these origins may show in a frame; the one that may is `/widget/`. */
export const framedBy = (policy: string, origins: string[]): string =>
  origins.length > 0 ? policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`) : policy;

/** An SVG is an image, also where somebody opens it as a page: it is drawn, and neither runs nor loads anything. */
export const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** For answers that are not pages. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
