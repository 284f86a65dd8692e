import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Knowledge } from "#content/knowledge.ts";
import { addressKey } from "#content/redirects.ts";
import { hashInlineScripts, IMAGE_POLICY, pagePolicy } from "./csp.ts";
import { contentType } from "./media-types.ts";

/** One file of a build, in memory: what is served cannot change or vanish under a response. */
export type BuiltFile = {
  type: string;
  /** Content hash; each encoding's ETag is made of it. */
  hash: string;
  policy: string;
  body: Buffer<ArrayBuffer>;
  br: Buffer<ArrayBuffer> | undefined;
  gzip: Buffer<ArrayBuffer> | undefined;
};

export type Build = {
  id: string;
  /** By path as in an address, decoded: `/articles/x/y/index.html`. */
  files: ReadonlyMap<string, BuiltFile>;
  /** The hub's frame with slots, for the server's own pages. */
  shell: string;
  /** The same frame in other languages, by their tags. */
  shells: ReadonlyMap<string, string>;
  /** The policy that fits the frame in every language: each has scripts with addresses of its own. */
  shellPolicy: string;
  /** Where films lie, by the same paths: they are too large to be held. */
  films: ReadonlyMap<string, string>;
  knowledge(): Knowledge;
  /** Where pages went that had another address, by `addressKey` of the old one. */
  redirects: ReadonlyMap<string, string>;
};

/** Reads `<buildsDir>/<id>` whole. @throws when something of it is missing or wrong. */
export async function loadBuild(buildsDir: string, id: string): Promise<Build> {
  const dir = path.join(buildsDir, id);
  const shell = await readFile(path.join(dir, "shell.html"), "utf8");
  const knowledgeText = await readFile(path.join(dir, "knowledge.json"), "utf8");
  const knowledge = Knowledge.parse(JSON.parse(knowledgeText));
  const files = await readFiles(path.join(dir, "public"));
  const films = await listFilms(path.join(dir, "public"));
  const redirects = await readRedirects(dir);
  const shells = await readShells(dir);
  const shellPolicy = pagePolicy(hashInlineScripts([shell, ...shells.values()].join("")));
  return { id, files, films, shell, shells, shellPolicy, knowledge: () => knowledge, redirects };
}

/** A build that was made before there were redirects has no file of them. */
async function readRedirects(dir: string): Promise<Map<string, string>> {
  const file = path.join(dir, "redirects.json");
  const text = existsSync(file) ? await readFile(file, "utf8") : "{}";
  const moved = z.record(z.string(), z.string()).parse(JSON.parse(text));
  return new Map(Object.entries(moved).map(([from, to]) => [addressKey(from) ?? from, to]));
}

async function readShells(dir: string): Promise<Map<string, string>> {
  const shells = new Map<string, string>();
  for (const name of await readdir(dir)) {
    const language = /^shell\.([\w-]+)\.html$/.exec(name)?.[1];
    if (language) shells.set(language, await readFile(path.join(dir, name), "utf8"));
  }
  return shells;
}

const isFilm = (name: string): boolean => /^\/videos\/[^/]+$/.test(name) && contentType(name).startsWith("video/");

async function listFilms(publicDir: string): Promise<Map<string, string>> {
  const folder = path.join(publicDir, "videos");
  const names = existsSync(folder) ? await readdir(folder) : [];
  const films = names.filter((name) => isFilm(`/videos/${name}`));
  return new Map(films.map((name) => [`/videos/${name}`, path.join(folder, name)]));
}

/** Files that are read at the same time: a system lets a process have a few hundred or thousand open. */
const AT_ONCE = 64;

/** All files below `root` that may be served and that `wanted` takes, but for films. */
export async function readFiles(root: string, wanted = (_name: string) => true): Promise<Map<string, BuiltFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const bodies = new Map<string, Buffer<ArrayBuffer>>();
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const read = async (file: string): Promise<void> => {
    const name = `/${path.relative(root, file).split(path.sep).join("/")}`;
    if (!isFilm(name) && wanted(name)) bodies.set(name, await readFile(file));
  };
  for (let at = 0; at < files.length; at += AT_ONCE) await Promise.all(files.slice(at, at + AT_ONCE).map(read));
  const served = [...bodies].filter(([name]) => !isHidden(name));
  return new Map(served.map(([name, body]) => [name, describeFile(name, body, bodies)]));
}

/** Compressed twins are answers to another header, not files of their own; dotfiles are nobody's business. */
const isHidden = (name: string): boolean => /\.(?:br|gz)$/.test(name) || /\/\.(?!well-known\/)/.test(name);

/** Files whose name has a hash of what is in them. */
export const isImmutable = (name: string): boolean =>
  /^\/(?:_astro\/|brand\/|videos\/|social\/[0-9a-f]{20}\.png$|pagefind\/(?:fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/.test(
    name,
  );

function describeFile(name: string, body: Buffer<ArrayBuffer>, bodies: Map<string, Buffer<ArrayBuffer>>): BuiltFile {
  return {
    type: contentType(name),
    hash: createHash("sha256").update(body).digest("base64url").slice(0, 22),
    policy: policyOf(name, body),
    body,
    br: bodies.get(`${name}.br`),
    gzip: bodies.get(`${name}.gz`),
  };
}

function policyOf(name: string, body: Buffer): string {
  if (name.endsWith(".svg")) return IMAGE_POLICY;
  if (name.endsWith(".html")) return pagePolicy(hashInlineScripts(body.toString("utf8")));
  return pagePolicy([], { wasm: name === "/pagefind/pagefind-worker.js" });
}
