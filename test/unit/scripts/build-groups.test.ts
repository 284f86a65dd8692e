import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { article, head } from "#test/support/lint-content.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const folder = freshFolder("groups");
const contentDir = path.join(folder, "content");
const buildsDir = path.join(folder, "builds");

const GROUPS = `    groups:
      - { id: access, title: Access and accounts }
      - { id: setup, title: Set it up }
`;
const GERMAN = `translations:
  de:
    topics:
      start: { title: Anfang, summary: "Der Anfang.", groups: { setup: Einrichten } }
`;

function writeArticle(slug: string, title: string, ...more: string[]): void {
  const file = path.join(contentDir, "articles/start", `${slug}.mdx`);
  writeFileSync(file, article("Text.", [`title: ${title}`, ...head.slice(1), ...more]));
}
const read = (name: string) => {
  const current = readFileSync(path.join(buildsDir, "current"), "utf8").trim();
  return readFileSync(path.join(buildsDir, current, "public", name, "index.html"), "utf8");
};
/** The words of a page's part in which links stand, in their order. */
const linksIn = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);

test("a topic's page has its groups as sections, in the page's language; an article's tree opens its own, and reads on by group", () => {
  cpSync(path.join(ROOT, "scripts", "new-hub"), contentDir, { recursive: true });
  const file = path.join(contentDir, "hub.yaml");
  const hub = readFileSync(file, "utf8").replace("languages: [en]", `languages: [en, de]\n${GERMAN.trimEnd()}`);
  writeFileSync(file, hub.replace(/(- id: start\n(?: {4}.*\n)*?)(?=\n|\S)/, `$1${GROUPS}`));
  writeArticle("keys", "Make the keys", "group: setup", "order: 1");
  writeArticle("roof", "Put on the roof", "group: setup", "order: 2");
  writeArticle("login", "Log in at last", "group: access");
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir };
  const script = path.join(ROOT, "scripts", "build.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);

  const [ungrouped = "", access = "", setup = ""] = read("topics/start").split(/<h2 id="(?:access|setup)">/);
  expect(ungrouped).toContain("/articles/start/write-an-article/");
  expect(access).toMatch(/^Access and accounts<[^]*\/articles\/start\/login\//);
  expect(setup).toMatch(/^Set it up<[^]*start\/keys\/[^]*start\/roof\//);
  expect(read("de/topics/start")).toContain('<h2 id="setup">Einrichten</h2>');

  const page = read("articles/start/keys");
  const tree = /<ul class="tree">[^]*?<\/nav>/.exec(page)?.[0] ?? "";
  expect(linksIn(tree)).toEqual([
    "/topics/start/",
    "/articles/start/write-an-article/",
    "/topics/start/#access",
    "/topics/start/#setup",
    "/articles/start/keys/",
    "/articles/start/roof/",
  ]);
  const turns = /<nav class="turn"[^]*?<\/nav>/.exec(page)?.[0] ?? "";
  expect(linksIn(turns)).toEqual(["/articles/start/login/", "/articles/start/roof/"]);
}, 180_000);
