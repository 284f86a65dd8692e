/** Copies of public pages that were read, and of what these are drawn with. */
import { nameOf } from "./forget-copies.ts";

export const PAGES_MAX = 60;
/** What HTML and a script name to be loaded at once. */
const NAMED = /(?:href|src)="(\/(?:_astro|brand|fonts)\/[^"#]+|\/(?:icons|favicon)\.svg)/g;
const IMPORTED = /(?:from|import)\s*["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g;

/** Modules that a page that was read opens, and their styles. Desk, setup, status and forms are of pages that are not kept. */
export const OPENED_MODULES =
  "open-search open-ask steps feedback pressed diagnose enlarge trail-view trail-list trail-strip device-trail read-position".split(
    " ",
  );
const OPENED = new RegExp(`import\\(\\s*["'\`](\\./(?:${OPENED_MODULES.join("|")})\\.[\\w-]+\\.js)["'\`]`, "g");
const STYLED = /["'`](\/_astro\/[\w./-]+\.css)["'`]/g;

export type Copies = ReturnType<typeof openCopies>;

/** `bases`: what the addresses of the hub's languages begin with. */
export function openCopies({ build, bases }: { build: string; bases: string[] }) {
  const name = nameOf(build);
  const pages = new RegExp(`^(?:${bases.join("|")})/(?:(?:articles|topics)/.+/|learn/(?:.+/)?)?$`);
  /** The same for everybody, and nothing that is asked of the server: no search, receipt, desk or setup. */
  const isPage = ({ pathname, search }: URL): boolean => search === "" && pages.test(pathname);
  const offlineOf = (path: string): string =>
    `${bases.find((base) => base && path.startsWith(`${base}/`)) ?? ""}/offline/`;

  async function keepPage(path: string, response: Response): Promise<void> {
    // what was redirected belongs to another address
    if (response.status !== 200 || response.redirected) return;
    const cache = await caches.open(name);
    await keepWhole(cache, path, response);
    const offline = offlineOf(path);
    if (!(await cache.match(offline))) await keepWhole(cache, offline, await fetch(offline));
    const kept = await listPages();
    await Promise.all(kept.slice(PAGES_MAX).map((each) => cache.delete(each)));
  }

  /** Paths, the newest first. */
  async function listPages(): Promise<string[]> {
    const cache = await caches.open(name);
    const urls = (await cache.keys()).map(({ url }) => new URL(url));
    return urls
      .filter(isPage)
      .map(({ pathname }) => pathname)
      .toReversed();
  }

  const keepPart = async (path: string, response: Response): Promise<void> =>
    response.status === 200 ? (await caches.open(name)).put(path, response) : undefined;
  const find = async (path: string): Promise<Response | undefined> => (await caches.open(name)).match(path);
  return { isPage, keepPage, keepPart, listPages, find, findOffline: (path: string) => find(offlineOf(path)) };
}

async function keepWhole(cache: Cache, path: string, response: Response): Promise<void> {
  const html = await response.clone().text();
  await cache.put(path, response);
  const parts = new Set([...html.matchAll(NAMED)].map(([, part = ""]) => part));
  await Promise.all([...parts].map((part) => addPart(cache, part)));
}

/** A part, the scripts that it cannot do without, and what it opens. */
async function addPart(cache: Cache, path: string): Promise<void> {
  if (await cache.match(path)) return;
  const response = await fetch(path);
  if (response.status !== 200) return;
  const code = path.endsWith(".js") ? await response.clone().text() : "";
  await cache.put(path, response);
  const found = [IMPORTED, OPENED, STYLED].flatMap((pattern) => [...code.matchAll(pattern)]);
  const parts = found.map(([, file = ""]) => new URL(file, response.url).pathname);
  await Promise.all(parts.map((part) => addPart(cache, part)));
}
