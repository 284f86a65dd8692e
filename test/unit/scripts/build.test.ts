import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeTypeface } from "#test/support/typefaces.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const ORIGIN = "https://help.example.com";
const folder = freshFolder("a hub");
const contentDir = path.join(folder, "content");
const buildsDir = path.join(folder, "builds");
const questions = path.join(contentDir, "questions.yaml");
const redirects = path.join(contentDir, "redirects.yaml");
const article = path.join(contentDir, "articles", "start", "write-an-article.mdx");

/** Runs one of the scripts as a person would; gives its exit code and what it said. */
function run(script: string, ...args: string[]) {
  return runWith({}, script, ...args);
}
function runWith(settings: Record<string, string>, script: string, ...args: string[]) {
  const env = {
    PATH: process.env["PATH"],
    CONTENT_DIR: contentDir,
    BUILDS_DIR: buildsDir,
    PUBLIC_URL: ORIGIN,
    ...settings,
  };
  const file = path.join(ROOT, "scripts", script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { env, encoding: "utf8" });
  return { status, says: stdout + stderr };
}
const current = () => readFileSync(path.join(buildsDir, "current"), "utf8").trim();
const builds = () => readdirSync(buildsDir).filter((name) => name !== "current");

/** Every page that search engines may have leads networks to a picture of its own, and says its size. */
function expectPictures(publicDir: string): void {
  const pages = readdirSync(publicDir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const open = pages
    .map((name) => readFileSync(path.join(publicDir, name), "utf8"))
    .filter((html) => html.includes(`<link rel="canonical" href="${ORIGIN}/`) && !html.includes("noindex"));
  const named = open.map((html) => {
    const says = (property: string) => new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(html)?.[1];
    const png = readFileSync(path.join(publicDir, says("og:image")?.replace(ORIGIN, "") ?? ""));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([says("og:image:width"), says("og:image:height")]).toEqual(["1200", "630"]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    return says("og:image") ?? "";
  });
  expect(named.length).toBeGreaterThan(4);
  expect(named).not.toContain(`${ORIGIN}/social.png`);
  expect(new Set(named).size).toBe(named.length);
}

test("an empty hub takes the content's place, and says where that is; a second time it refuses", () => {
  cpSync(path.join(ROOT, "content"), contentDir, { recursive: true });
  expect(run("new-hub.mjs")).toMatchObject({ status: 0, says: expect.stringContaining("content.bak-") });
  const backup = readdirSync(folder).find((name) => name.startsWith("content.bak-")) ?? "";
  expect(readdirSync(path.join(folder, backup))).toEqual(
    expect.arrayContaining(["hub.yaml", "articles", "figures", "parts"]),
  );
  expect(readdirSync(path.join(contentDir, "articles"))).toEqual(["start"]);
  expect(run("new-hub.mjs")).toMatchObject({ status: 1, says: expect.stringContaining("is there already") });
});

test("a wrong setting is named before a build begins, in the server's words", () => {
  const wrong = runWith({ PUBLIC_URL: "help.example.com", PORT: "many" }, "build.mjs");
  expect(wrong.status).toBe(1);
  expect(wrong.says).toContain("PUBLIC_URL must be a full address without a path, such as https://help.example.com.");
  expect(wrong.says).toContain('PORT must be a whole number from 0 to 65535. It is "many".');
  expect(wrong.says).not.toContain("Building the hub");
  expect(existsSync(buildsDir)).toBe(false);
});

test("a place that takes no builds is said before one is made, and how it must be", () => {
  const { status, says } = runWith({ BUILDS_DIR: article }, "build.mjs");
  expect(status).toBe(1);
  expect(says).toContain(`EEXIST: file already exists, mkdir '${article}'`);
  expect(says).toContain("must be able to write to");
  expect(says).not.toMatch(/Building the hub|^\s+at /m);
});

test("a build is made once for the same content, again when it changes; one before it is kept; what it answers wrongly stops nothing", () => {
  const draft = readFileSync(article, "utf8").replace("title: Write", "draft: true\ntitle: Quokka");
  writeFileSync(path.join(path.dirname(article), "quokka.mdx"), draft);
  // a file beside an article is for the bundler, which has nothing to do with those that are text and blocks alone
  cpSync(path.join(ROOT, "site", "public", "social.png"), path.join(path.dirname(article), "rail.png"));
  const facts =
    "title: The rail\nsummary: A picture that lies beside its article.\nkind: guide\nupdated: 2026-11-01\nsources: [Nobody]\nverified: { against: version 4, on: 2026-11-02 }";
  const pictured = `---\n${facts}\n---\n\n![The rail](./rail.png) of {1 + 1}\n\n![Alone](./rail.png)\n`;
  writeFileSync(path.join(path.dirname(article), "pictured.mdx"), pictured);
  expect(run("build.mjs")).toMatchObject({ status: 0, says: expect.stringMatching(/^Building the hub … [\d.]+ s\n$/) });
  const first = current();
  expect(existsSync(path.join(buildsDir, first, "public", "articles", "start", "write-an-article"))).toBe(true);
  const texts = readdirSync(path.join(buildsDir, first), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:html|json|txt|xml|md)$/.test(name))
    .map((name) => readFileSync(path.join(buildsDir, first, name), "utf8"));
  expect(texts.length).toBeGreaterThan(9);
  expect(texts.filter((text) => /quokka/i.test(text))).toEqual([]);
  expectPictures(path.join(buildsDir, first, "public"));
  // it connects nothing and has nothing to learn: no page is about that, and none leads there
  const pages = readdirSync(path.join(buildsDir, first, "public"));
  expect(pages).toEqual(expect.arrayContaining(["articles", "topics", "contact", "favicon.svg"]));
  expect(pages.filter((name) => ["setup", "status", "learn", "brand"].includes(name))).toEqual([]);
  const leading = texts.flatMap((text) => text.match(/href="\/(?:setup|status|learn)\/|CRM/g) ?? []);
  expect(leading).toEqual([]);
  const drawn = readFileSync(path.join(buildsDir, first, "public/articles/start/pictured/index.html"), "utf8");
  expect(drawn).toMatch(/Tried on version 4\s+2 November 2026/);
  expect(drawn).toMatch(/<p><img src="\/_astro\/rail\.[^"]+" alt="The rail"[^>]*> of 2</);
  expect(drawn).toMatch(
    /<a class="large" href="(\/_astro\/rail\.[^"]+)" data-press="enlarge"><img src="\1" alt="Alone"/,
  );
  expect(drawn).toContain('class="toc"');
  expect(drawn).not.toContain("data-toc"); // it has no sections
  const asMarkdown = readFileSync(path.join(buildsDir, first, "public/articles/start/pictured/page.md"), "utf8");
  expect(asMarkdown).toMatch(/^!\[The rail\]\(\S+\) of 2\n\n!\[Alone\]\(\S+\/_astro\/rail\./m);
  expect(run("build.mjs")).toEqual({ status: 0, says: "" });

  appendFileSync(article, "\nOne more line.\n");
  appendFileSync(questions, "- ask: quagga okapi zebra\n  answer: start/write-an-article#top\n");
  writeFileSync(redirects, '"/old/": "/articles/start/write-an-article/#write-your-first-one"\n');
  const older = path.join(buildsDir, "0123456789abcdef");
  mkdirSync(older);
  utimesSync(older, 0, 0);
  mkdirSync(path.join(buildsDir, "next-999999999")); // what a build that was killed has left
  const { status, says } = run("build.mjs");
  expect(status).toBe(0);
  expect(says).toContain("Not answered as the writers say: 1 of 3 questions.");
  expect(says).toMatch(/questions\.yaml:\d+ “quagga okapi zebra”/);
  expect(says).toContain("since the build before: start/write-an-article changed");
  const second = current();
  expect(second).not.toBe(first);
  const moved = JSON.parse(readFileSync(path.join(buildsDir, second, "redirects.json"), "utf8"));
  expect(moved).toEqual({ "/old/": "/articles/start/write-an-article/#write-your-first-one" });
  expect(builds().toSorted()).toEqual([first, second].toSorted());
}, 180_000);

test("what git keeps in a content folder that is a repository of its own is no change", () => {
  mkdirSync(path.join(contentDir, ".git"));
  writeFileSync(path.join(contentDir, ".git", "HEAD"), "ref: refs/heads/main\n");
  expect(run("build.mjs")).toEqual({ status: 0, says: "" });
});

test("a failed build names what to mend and changes nothing", async () => {
  const [before, kept] = [current(), builds()];
  const text = readFileSync(article, "utf8");
  appendFileSync(article, "\nSee [this](/nowhere/).\n");
  const line = text.split("\n").length + 1;
  writeFileSync(redirects, '# moved\n"/old/": "/gone/"\n');
  const { status, says } = run("build.mjs");
  expect(status).toBe(1);
  expect(says).toContain(`write-an-article.mdx:${line} the link "/nowhere/" leads nowhere`);
  expect(says).toContain(`redirects.yaml:2 /old/: the link "/gone/" leads nowhere`);
  // a link of every foot is told once, where it is written
  const hubFile = path.join(contentDir, "hub.yaml");
  const hub = readFileSync(hubFile, "utf8");
  writeFileSync(hubFile, `${hub}\nlinks: [{ label: Terms, url: /terms/ }]\n`);
  const serving = run("build.mjs", "--keep-serving");
  expect(serving.status).toBe(0);
  expect(serving.says).toMatch(/a mistake:\n.*hub\.yaml:\d+ links\.0\.url: the link "\/terms\/" leads nowhere\n/);
  expect(serving.says).toContain("The one before it is served.");
  writeFileSync(path.join(contentDir, "own.woff2"), await makeTypeface("regular"));
  writeFileSync(hubFile, hub.replace("lightness: 42", "lightness: 42, typeface: { name: Own, regular: own.woff2 }"));
  expect(run("build.mjs").says).toMatch(/hub\.yaml:\d+ brand\.typeface\.regular: own\.woff2 has one weight: name /);
  writeFileSync(hubFile, hub);
  writeFileSync(article, `${text}\nAn {unclosed expression.\n`);
  expect(run("build.mjs").says).toMatch(new RegExp(`write-an-article\\.mdx:${line} \\{ begins code`));
  expect([current(), builds()]).toEqual([before, kept]);
}, 180_000);

test("a mistake in hub.yaml is all that is said of it, before a build begins; the build that is served has its own", () => {
  const hubFile = path.join(contentDir, "hub.yaml");
  const hub = readFileSync(hubFile, "utf8");
  writeFileSync(hubFile, hub.replace("support:\n", "support:\n  channels: [slak]\n"));
  const { status, says } = run("build.mjs");
  expect(status).toBe(1);
  expect(says).toMatch(/^hub\.yaml: support\.channels names "slak"\. There are mail, [^\n]+\n+$/);
  writeFileSync(hubFile, hub.replace("languages: [en]", "langages: [en]"));
  expect(run("build.mjs").says).toMatch(
    /^[^\n]*hub\.yaml:1 languages: is missing\n[^\n]*hub\.yaml:\d+ langages: [^\n]+\n+$/,
  );
  const serving = run("build.mjs", "--keep-serving");
  expect(serving).toMatchObject({ status: 0, says: expect.stringContaining("The one before it is served.") });
  writeFileSync(hubFile, hub);
  expect(readFileSync(path.join(buildsDir, current(), "content", "hub.yaml"), "utf8")).toBe(hub);
});
