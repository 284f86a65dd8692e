import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import { AppError } from "#server/core/errors.ts";
import { isImmutable, type Build, type BuiltFile } from "./build.ts";
import type { Builds } from "./builds.ts";

/** Of what has a name that changes with it. */
export const FOR_GOOD = "public, max-age=31536000, immutable";

type Encoding = "br" | "gzip";

/** Answers a path of the built hub, or null where it has none. GET and HEAD only; anything else is 405. */
export function serveBuilt(c: Context, build: Build, builds: Builds): Response | null {
  const page = readPath(c.req.url);
  const markdown = build.files.has(`${page}${MARKDOWN}`);
  const name = markdown && prefersMarkdown(c.req.header("accept")) ? `${page}${MARKDOWN}` : page;
  const found = findFile(name, build, builds);
  if (!found) return null;
  if (markdown) c.header("Vary", "Accept");
  refuseWriting(c);
  if (typeof found === "string") return c.redirect(encodeURI(found) + new URL(c.req.url).search, 308);
  return sendFile(c, name, found);
}

/** @throws AppError for any method but GET and HEAD */
export function refuseWriting(c: Context): void {
  if (c.req.method !== "GET" && c.req.method !== "HEAD")
    throw new AppError("method_not_allowed", "This page can only be read.", { extra: { allow: "GET, HEAD" } });
}

/** An article's Markdown stands beside its page. */
const MARKDOWN = "page.md";

/** Assistants ask for Markdown before HTML; browsers do not ask for it at all. */
function prefersMarkdown(header: string | undefined): boolean {
  const wanted = (type: string) => parseAccept(header ?? "").find((one) => one.type === type)?.q ?? 0;
  return wanted("text/markdown") > wanted("text/html");
}

/** The path, decoded once. @throws AppError where it cannot be, or where decoding would change its parts. */
export function readPath(url: string): string {
  const raw = new URL(url).pathname;
  if (/%(?:2f|5c|00)/i.test(raw))
    throw new AppError("bad_request", "The address has a sign in it that no address here has.");
  try {
    return decodeURIComponent(raw);
  } catch (cause) {
    throw new AppError("bad_request", "The address is not written as addresses are: a % stands alone in it.", {
      cause,
    });
  }
}

/** A file, or the path where it really is. */
function findFile(name: string, build: Build, builds: Builds): BuiltFile | string | undefined {
  const { files } = build;
  if (name.endsWith("/")) return files.get(`${name}index.html`);
  if (files.has(`${name}/index.html`)) return `${name}/`;
  if (name.endsWith("/index.html") && files.has(name)) return name.slice(0, -"index.html".length);
  const markdown = name.replace(/\.md$/, `/${MARKDOWN}`);
  if (!files.has(name) && files.has(markdown)) return markdown;
  return files.get(name) ?? (isImmutable(name) ? builds.earlierAsset(name) : undefined);
}

function sendFile(c: Context, name: string, file: BuiltFile): Response {
  const encoding = pickEncoding(c.req.header("accept-encoding"), file);
  const etag = `"${file.hash}${encoding ? `-${encoding}` : ""}"`;
  c.header("ETag", etag);
  c.header("Cache-Control", isImmutable(name) ? FOR_GOOD : "no-cache");
  c.header("Content-Security-Policy", file.policy);
  if (file.br || file.gzip) c.header("Vary", "Accept-Encoding", { append: true });
  // the page is what a search engine should lead to
  if (name.endsWith(".md")) c.header("X-Robots-Tag", "noindex");
  if (isUnchanged(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  const body = (encoding && file[encoding]) || file.body;
  c.header("Content-Type", file.type);
  c.header("Content-Length", String(body.byteLength));
  if (encoding) c.header("Content-Encoding", encoding);
  return c.body(body);
}

/** The smallest form that the client takes; `q=0` refuses one. */
export function pickEncoding(header: string | undefined, file: Pick<BuiltFile, Encoding>): Encoding | undefined {
  const taken = new Map<string, boolean>();
  for (const part of (header ?? "").split(",")) {
    // no pattern with spaces around it: over a header that is full of them it would take its time squared
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
    taken.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)));
  }
  const takes = (encoding: Encoding) => taken.get(encoding) ?? taken.get("*") ?? false;
  if (file.br && takes("br")) return "br";
  return file.gzip && takes("gzip") ? "gzip" : undefined;
}

const isUnchanged = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag));
