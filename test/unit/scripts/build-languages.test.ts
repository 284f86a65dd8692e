import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { titled } from "#test/support/lint-content.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const ORIGIN = "https://help.example.com";
const folder = freshFolder("languages");
const contentDir = path.join(folder, "content");
const buildsDir = path.join(folder, "builds");

/** A hub in English and German: one article in both, one in English, one in German alone. */
beforeAll(() => {
  cpSync(path.join(ROOT, "scripts", "new-hub"), contentDir, { recursive: true });
  const hubFile = path.join(contentDir, "hub.yaml");
  const hub = readFileSync(hubFile, "utf8").replace("languages: [en]", "languages: [en, de]");
  writeFileSync(hubFile, hub);
  const write = (name: string, text: string) => writeFileSync(path.join(contentDir, "articles/start", name), text);
  write("both.mdx", titled("In both languages", "Text."));
  write("both.de.mdx", titled("In beiden Sprachen", "Text."));
  write("german.de.mdx", titled("Nur auf Deutsch", "Text."));
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir, PUBLIC_URL: ORIGIN };
  const script = path.join(ROOT, "scripts", "build.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
}, 180_000);

const read = (name: string) =>
  readFileSync(
    path.join(buildsDir, readFileSync(path.join(buildsDir, "current"), "utf8").trim(), "public", name),
    "utf8",
  );
const alternatesIn = (text: string) =>
  [...text.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language = "", address = ""]) => [
    language,
    address.replace(ORIGIN, ""),
  ]);
function linksOf(page: string) {
  const html = read(`${page}index.html`);
  const [head = ""] = html.split("</head>");
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(head)?.[1]?.replace(ORIGIN, "");
  return { canonical, alternates: alternatesIn(head.replaceAll(/<link rel="alternate" type[^>]*>/g, "")) };
}

const inBoth = (page: string) => [
  ["en", page],
  ["de", `/de${page}`],
];
const withDefault = (page: string) => [...inBoth(page), ["x-default", page]];

test.each(["/", "/contact/", "/topics/start/", "/articles/start/both/"])("%s names its versions, from each", (page) => {
  for (const own of [page, `/de${page}`])
    expect(linksOf(own)).toEqual({ canonical: own, alternates: withDefault(page) });
});

test("a page that repeats an article in another language names the article's own, and no version", () => {
  for (const [page, own] of [
    ["/articles/start/write-an-article/", "/articles/start/write-an-article/"],
    ["/de/articles/start/write-an-article/", "/articles/start/write-an-article/"],
    ["/articles/start/german/", "/de/articles/start/german/"],
    ["/de/articles/start/german/", "/de/articles/start/german/"],
  ] as const)
    expect(linksOf(page)).toEqual({ canonical: own, alternates: [] });
});

test("the sitemap has every page once a language that it is in, with its versions", () => {
  const entries = [...read("sitemap.xml").matchAll(/<url><loc>([^<]*)<\/loc>(.*?)<\/url>/g)];
  const listed = new Map(
    entries.map(([, address = "", rest = ""]) => [address.replace(ORIGIN, ""), alternatesIn(rest)]),
  );
  expect(listed.size).toBe(entries.length);
  for (const page of ["/", "/contact/", "/topics/start/", "/articles/start/both/"])
    for (const own of [page, `/de${page}`]) expect(listed.get(own), own).toEqual(inBoth(page));
  expect(listed.get("/articles/start/write-an-article/")).toEqual([]);
  expect(listed.get("/de/articles/start/german/")).toEqual([]);
  expect(listed.has("/de/articles/start/write-an-article/")).toBe(false);
  expect(listed.has("/articles/start/german/")).toBe(false);
  // the pages themselves are there all the same
  expect(read("/de/articles/start/write-an-article/index.html")).toContain("<article");
});
