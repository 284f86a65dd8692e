import { globSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { OPENED_MODULES, openCopies, PAGES_MAX } from "#site/offline/copies.ts";
import { listCopies, showCopy } from "#site/offline/show-copy.ts";

const HUB = "https://help.example.com";
const html = (title: string) =>
  `<html lang="de" dir="ltr"><title>${title} - Help</title><h1>${title}</h1><script src="/_astro/page.js"></script>` +
  `<aside class="banner" data-copy hidden>seit <time data-since></time></aside><ul><!--copies--></ul>`;
const FILES: Record<string, string> = {
  "/_astro/page.js": `import{a}from"./part.js";import("./later.js");import('./open-search.Ab-1_c.js')`,
  "/_astro/open-search.Ab-1_c.js": "var a=`/_astro/search.x_1.css`",
  "/_astro/search.x_1.css": "",
  "/_astro/part.js": `import"./page.js"`,
  "/offline/": html("Offline"),
  "/de/offline/": html("Ohne Verbindung"),
};

/** A browser's cache: the newest stands last, whatever was there before. */
function fakeCache() {
  const kept = new Map<string, Response>();
  return {
    put: async (path: string, response: Response) => {
      kept.delete(path);
      kept.set(path, response);
    },
    match: async (path: string) => kept.get(path)?.clone(),
    delete: async (path: string) => kept.delete(path),
    keys: async () => [...kept.keys()].map((path) => ({ url: HUB + path })),
  };
}

const answer = (path: string, body = FILES[path]) => {
  const response = new Response(body, { status: body === undefined ? 404 : 200, headers: { date: DATE, etag: "x" } });
  Object.defineProperty(response, "url", { value: HUB + path });
  return response;
};
const DATE = "Sat, 28 Nov 2026 08:00:00 GMT";
const copies = openCopies({ build: "b1", bases: ["", "/de"] });

beforeEach(() => {
  const cache = fakeCache();
  vi.stubGlobal("caches", { open: async () => cache });
  vi.stubGlobal("fetch", async (path: string) => answer(path));
});

// others of this worker fetch in earnest
afterAll(() => void vi.unstubAllGlobals());

describe("what may be kept", () => {
  it.each(["/", "/de/", "/articles/syncing/a/", "/de/articles/syncing/a/", "/topics/syncing/", "/learn/", "/learn/a/"])(
    "is what is the same for everybody: %s",
    (path) => expect(copies.isPage(new URL(path, HUB))).toBe(true),
  );
  it.each([
    ..."/receipts/r_1/ /de/receipts/r_1/ /desk/ /desk/articles/a/ /setup/ /setup/hubspot/ /contact/ /privacy/".split(
      " ",
    ),
    ..."/api/articles/a/ /search/ /ask/ /status/ /sign-in/ /widget/ /?ask=why /articles/a/b/?token=x /fr/".split(" "),
    "/articles/a/b/page.md",
  ])("is nothing else: %s", (path) => expect(copies.isPage(new URL(path, HUB))).toBe(false));
});

describe("a copy", () => {
  it.each(OPENED_MODULES)("has what its page opens: there is one module %s", (name) =>
    expect(globSync(`site/islands/**/${name}.{ts,tsx}`)).toHaveLength(1),
  );

  it("has with it what its page is drawn with, and the page that lists what there is, in its language", async () => {
    await copies.keepPage("/de/articles/a/b/", answer("/de/articles/a/b/", html("B")));
    for (const path of [
      "/_astro/page.js",
      "/_astro/part.js",
      "/_astro/open-search.Ab-1_c.js",
      "/_astro/search.x_1.css",
      "/de/offline/",
    ])
      expect(await copies.find(path), path).toBeDefined();
    for (const path of ["/_astro/later.js", "/offline/"]) expect(await copies.find(path), path).toBeUndefined();
  });

  it("is none of what failed or was redirected", async () => {
    await copies.keepPage("/learn/", answer("/learn/"));
    const moved = Object.defineProperty(answer("/", html("Moved")), "redirected", { value: true });
    await copies.keepPage("/", moved);
    expect(await copies.listPages()).toEqual([]);
  });

  it("is one of the newest, by when they were read last", async () => {
    for (let n = 0; n < PAGES_MAX; n++) await copies.keepPage(`/learn/${n}/`, answer("", html(String(n))));
    await copies.keepPage("/learn/0/", answer("", html("again")));
    await copies.keepPage("/learn/new/", answer("", html("new")));
    const pages = await copies.listPages();
    expect(pages).toHaveLength(PAGES_MAX);
    expect(pages.slice(0, 2)).toEqual(["/learn/new/", "/learn/0/"]);
    expect(pages).not.toContain("/learn/1/");
  });

  it("says that it is one, and since when, in its language", async () => {
    await copies.keepPage("/de/learn/", answer("", html("A &amp; B")));
    const shown = await showCopy(copies, "/de/learn/");
    expect(await shown?.text()).toMatch(/data-copy>seit <time>28\. November 2026 um \d\d:00<\/time>/);
    expect(shown?.headers.has("etag")).toBe(false);
    const listed = await listCopies(copies, "/de/articles/a/unread/");
    const text = await listed?.text();
    expect(text).toContain("<title>Ohne Verbindung");
    expect(text).toContain('<ul><li lang="de" dir="ltr"><a href="/de/learn/">A &amp; B</a></li></ul>');
    expect(await showCopy(copies, "/learn/")).toBeUndefined();
  });
});
