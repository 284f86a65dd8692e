/** Serves a folder as a good host of static files would: compressed with the best quality, each file once. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Served } from "./site-builds.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
/** Nobody compresses these again. */
const COMPRESSED = new Set([".woff2", ".png", ".webp", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"]);

export async function serveFolder(folder: string): Promise<Served> {
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(folder, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const ending = path.extname(file);
    const small = !COMPRESSED.has(ending) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const body = bodies.get(file) ?? (small ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
    bodies.set(file, body);
    response.writeHead(200, {
      "content-type": TYPES[ending] ?? "application/octet-stream",
      ...(small && { "content-encoding": "br" }),
    });
    response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://localhost:${port}`, stop };
}
