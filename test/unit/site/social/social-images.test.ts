import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { loadHub } from "#content/hub.ts";
import type { Hub } from "#content/schema.ts";
import { parsePage } from "#site/knowledge/dom.ts";
import { createSocialImages } from "#site/social/social-images.ts";
import { VARIABLE } from "#test/support/typefaces.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const CONTENT = path.resolve("content");
const sample = loadHub(CONTENT);
const folder = { path: "" };
const cacheDir = () => path.join(folder.path, "cache");
const kept = () => readdirSync(cacheDir()).toSorted();

beforeEach(() => {
  folder.path = freshFolder("social");
});

type Page = { title: string; section?: string; path?: string; robots?: string };
const write = ({ title, section, robots }: Page): string =>
  [
    "<html><head>",
    robots ? `<meta name="robots" content="${robots}">` : "",
    `<meta property="og:title" content="${title}">`,
    section ? `<meta property="article:section" content="${section}">` : "",
    '<meta property="og:image" content="https://help.example.com/social.png">',
    "</head><body><p>/social.png</p></body></html>",
  ].join("");

/** A build of these pages: the picture that each names afterwards, and what was said. */
async function build(
  pages: Page[],
  { hub = sample, contentDir = CONTENT, now = Date.now() }: { hub?: Hub; contentDir?: string; now?: number } = {},
) {
  const publicDir = path.join(folder.path, "public");
  rmSync(publicDir, { recursive: true, force: true });
  const [told, warned]: [string[], string[]] = [[], []];
  const said = { tell: (text: string) => void told.push(text), warn: (text: string) => void warned.push(text) };
  const images = createSocialImages({ publicDir, cacheDir: cacheDir(), contentDir, hub, now, ...said });
  const built = pages.map((page, index) => {
    const html = write(page);
    return { html, page: parsePage(html), file: `${index}.html`, path: page.path ?? `/${index}/` };
  });
  for (const each of built) images.read(each);
  const put = await images.finish();
  const html = built.map((each) => put(each.html, each));
  const named = html.map((text) => /content="https:\/\/help\.example\.com([^"]*\.png)"/.exec(text)?.[1] ?? "");
  const pictures = named.map((name) => {
    const file = path.join(publicDir, name);
    return existsSync(file) ? readFileSync(file) : null;
  });
  return { named, pictures, html, told: told.join(""), warned: warned.join("") };
}

it("gives each page a PNG of 1200 by 630, named by what is in it", async () => {
  const { named, pictures, html } = await build([
    { title: "Connect your CRM", section: "Getting started" },
    { title: "Connect your CRM", section: "Contacts &amp; syncing" },
    { title: "Connect your CRM", section: "Getting started", path: "/de/0/" },
    { title: "Connect your CRM", section: "Getting started", path: "/again/" },
  ]);
  for (const png of pictures) {
    expect(png?.subarray(1, 4).toString()).toBe("PNG");
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png?.length).toBeLessThan(40_000);
  }
  expect(named[0]).toMatch(/^\/social\/[0-9a-f]{20}\.png$/);
  // another section, another language's name of the hub; the same in all is one picture
  expect(new Set(named).size).toBe(3);
  expect(named[3]).toBe(named[0]);
  expect(html[0]).toContain("<p>/social.png</p>");
});

it("draws nothing a second time, and anew what has changed", async () => {
  const pages = [{ title: "One" }, { title: "Two" }];
  const first = await build(pages);
  for (const name of kept()) writeFileSync(path.join(cacheDir(), name), "kept");
  const second = await build(pages);
  expect(second.named).toEqual(first.named);
  expect(second.pictures.map(String)).toEqual(["kept", "kept"]);
  const third = await build([{ title: "One" }, { title: "Two, changed" }]);
  expect(third.pictures.map((png) => String(png) === "kept")).toEqual([true, false]);
  const brand = { hue: 30, chroma: 0.13, lightness: 40 };
  const red = await build(pages, { hub: { ...sample, brand } });
  expect(red.named.some((name) => first.named.includes(name))).toBe(false);
});

it("draws with the operator's own typeface, where hub.yaml names one: another picture, of what that can draw", async () => {
  const contentDir = path.join(folder.path, "content");
  mkdirSync(contentDir);
  writeFileSync(path.join(contentDir, "own.woff2"), VARIABLE);
  const typeface = { name: "Own", regular: "own.woff2" };
  const pages = [{ title: "Connect" }, { title: "Łódź" }, { title: "Kraków" }];
  const standard = await build(pages);
  const own = await build(pages, { hub: { ...sample, brand: { ...sample.brand, typeface } }, contentDir });
  expect([standard.warned, own.warned]).toEqual(["", ""]);
  expect(own.pictures.every((png) => png?.subarray(1, 4).toString() === "PNG")).toBe(true);
  expect(own.named.some((name) => standard.named.includes(name))).toBe(false);
  // it lacks Ł, ź and ó: both pages share the hub's picture
  expect([new Set(standard.named).size, new Set(own.named).size]).toEqual([3, 2]);
  const system = { ...sample.brand, typeface: "system" as const };
  expect((await build(pages, { hub: { ...sample, brand: system } })).named).toEqual(standard.named);
});

it("shares the hub's own picture among pages whose titles the typeface cannot draw", async () => {
  const { named, pictures } = await build([
    { title: "CRMを接続する", section: "はじめに" },
    { title: "وصّل نظامك", section: "Contacts" },
    { title: "Connect", section: "はじめに" },
  ]);
  expect(named[0]).toBe(named[1]);
  expect(named[2]).not.toBe(named[0]);
  expect(pictures.every((png) => png !== null)).toBe(true);
});

it("sweeps pictures that no build has used for a month, and keeps those that one has", async () => {
  const now = Date.now();
  const before = await build([{ title: "Old" }, { title: "Used" }]);
  const [old = "", used = ""] = before.named.map((name) => path.join(cacheDir(), path.basename(name)));
  const killed = path.join(cacheDir(), "killed.png.next");
  writeFileSync(killed, "half");
  for (const file of [old, used, killed]) utimesSync(file, (now - 20 * DAY_MS) / 1000, (now - 20 * DAY_MS) / 1000);
  await build([{ title: "Used" }], { now });
  expect([old, used, killed].map((file) => existsSync(file))).toEqual([true, true, true]);
  await build([{ title: "Used" }], { now: now + 11 * DAY_MS });
  expect([old, used, killed].map((file) => existsSync(file))).toEqual([false, true, false]);
  expect(statSync(used).mtimeMs).toBeGreaterThan(now);
});

it("tells how far it is where there are many, and is silent where there is nothing to draw", async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ title: `Article ${index}` }));
  expect((await build(many)).told).toBe("20 social images: 10 % 20 % 30 % 40 % 50 % 60 % 70 % 80 % 90 % drawn … ");
  expect((await build(many)).told).toBe("");
});

it("is off by its setting, and leaves alone what search engines are kept from", async () => {
  const off = await build([{ title: "One" }], { hub: { ...sample, socialImages: false } });
  expect(off.named).toEqual(["/social.png"]);
  const hidden = await build([{ title: "One", robots: "noindex" }]);
  expect(hidden.named).toEqual(["/social.png"]);
  expect(existsSync(cacheDir())).toBe(false);
});

it("fails no build: where pictures cannot be kept, pages name the standard one, and it is said", async () => {
  writeFileSync(cacheDir(), "a file where the folder should be");
  const { named, warned } = await build([{ title: "One" }]);
  expect(named).toEqual(["/social.png"]);
  expect(warned).toMatch(/^No social images: .+\. Pages name \/social\.png in their place\.\n$/);
});
