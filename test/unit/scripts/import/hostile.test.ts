/** What strangers put into pages never comes through: no code, no handler, no address that runs, no file of elsewhere. */
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { mdxToMdast, type MdastNode } from "satteri";
import { expect, test } from "vitest";
import { BLOCK_NAMES } from "#content/blocks.ts";
import { SCRIPTS } from "#test/support/hostile.ts";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { folder, sourceDir, source, write, run, read, has, errors } = openImport();

const TAGS = new Set<string>([...BLOCK_NAMES, "kbd", "sub", "sup", "mark"]);
const ATTRIBUTES = new Set(["kind", "title", "label", "id"]);
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** What an article must not have, by what it is compiled from. */
function findCode(node: MdastNode): string[] {
  const own: string[] = [];
  if (node.type === "html" || node.type === "mdxjsEsm") own.push(node.type);
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression")
    if (!/^\/\*(?:(?!\*\/)[\s\S])*\*\/$/.test(node.value.trim())) own.push(node.value);
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    if (!TAGS.has(node.name ?? "")) own.push(`<${node.name}>`);
    for (const each of node.attributes)
      if (each.type !== "mdxJsxAttribute" || !ATTRIBUTES.has(each.name) || typeof each.value !== "string")
        own.push(JSON.stringify(each));
  }
  if ((node.type === "link" || node.type === "definition") && !ADDRESS.test(node.url)) own.push(node.url);
  if (node.type === "image" && !/^\.\.\/\.\.\/figures\/[\w.-]+$/.test(node.url)) own.push(node.url);
  return [...own, ...("children" in node ? node.children.flatMap(findCode) : [])];
}

const wrap = (script: string) => `<h1>A page of strangers</h1><p>Before ${script} after</p>`;
const KINDS: Record<string, (script: string) => string> = {
  html: (script) => `<html><body><main>${wrap(script)}</main></body></html>`,
  md: (script) => `---\ntitle: A page of strangers\n---\n\nBefore ${script} after\n\n${script}\n`,
  mdx: (script) => `---\ntitle: A page of strangers\n---\n\nBefore ${script} after\n\n${script}\n`,
};

test.each(Object.keys(KINDS))(
  "no script of the lists runs in what was %s",
  async (kind) => {
    const pages = SCRIPTS.map((script, index) => [`page-${index}.${kind}`, KINDS[kind]!(script)]);
    source(Object.fromEntries(pages));
    const { files } = await run();
    expect(files.length).toBeGreaterThan(SCRIPTS.length * 0.9);
    for (const file of files)
      expect({ file, code: findCode(mdxToMdast(bodyOf(read(file)))) }).toEqual({ file, code: [] });
    expect(await errors()).toEqual([]);
  },
  120_000,
);

test("what ran is told with file and line", async () => {
  source({
    "a.html": `<main><h1>A page of strangers</h1>\n<p onclick="x()">One</p>\n<script>x()</script>\n<a href=" java\nscript:x()">Two</a>\n<iframe src="/x"></iframe></main>`,
  });
  const { told } = await run();
  expect(told).toEqual(
    expect.arrayContaining([
      "a.html:2 onclick= A handler was left out: articles run no code.",
      "a.html:3 <script> Left out: articles run no code.",
      "a.html:4 java script:x() A link that is no address of a page was left out, its words were kept.",
      expect.stringMatching(/^a\.html:6 <iframe> \/x A film or sound was left out/),
    ]),
  );
});

const picture = (...urls: string[]) =>
  `---\ntitle: Pictures here\n---\n\n${urls.map((url) => `![it](<${url}>)`).join("\n\n")}\n`;

test("a picture is copied from the folder alone, and only when it is one", async () => {
  write("secret.png", PNG);
  source({
    "a.md": picture(
      "../secret.png",
      "/../secret.png",
      "%2e%2e/secret.png",
      "linked.png",
      "script.png",
      "bad.svg",
      "good.svg",
      "dir",
    ),
    "script.png": "<script>x()</script>",
    "bad.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><a href="java&#115;cript:x()">x</a></svg>`,
    "good.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>`,
  });
  mkdirSync(path.join(sourceDir(), "dir"));
  symlinkSync(path.join(folder.dir, "secret.png"), path.join(sourceDir(), "linked.png"));
  symlinkSync(folder.dir, path.join(sourceDir(), "up"));
  const { told } = await run();
  const about = (name: string) => told.find((each) => each.includes(` ${name} `)) ?? "";
  expect(about("../secret.png")).toMatch(/^a\.md:5 .*lies outside of the folder: not copied\./);
  expect(about("linked.png")).toContain("Links to other files are not followed");
  expect(told.filter((each) => each.includes("lies outside"))).toHaveLength(4);
  expect(about("script.png")).toContain("The file is no image that can be read.");
  expect(about("bad.svg")).toContain("The drawing holds code: not copied.");
  expect(about("dir")).toContain("The image is not there.");
  expect(about("up")).toContain("Links to other files are not followed");
  expect(["secret.png", "linked.png", "bad.svg", "good.svg"].filter((name) => has(`figures/${name}`))).toEqual([
    "good.svg",
  ]);
  expect(await errors()).toEqual([]);
});

test.each([
  "script",
  "foreignObject",
  "animate",
  "use href='https://x.example/#a'",
  "image xlink:href='data:text/html,x'",
])("a drawing with <%s> is not copied", async (tag) => {
  source({
    "a.md": picture("a.svg"),
    "a.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><${tag}/></svg>`,
  });
  const { told } = await run();
  expect(told.join("\n")).toContain("The drawing holds code");
});

test("what is too large or too deep is told, and the rest comes in", async () => {
  source({
    "good.md": "---\ntitle: A good page\n---\n\nWith a few words that are enough.\n",
    "large.md": "a ".repeat(600_000),
    "long.md": `---\ntitle: One long paragraph\n---\n\n${"[".repeat(100_000)}`,
    "deep.html": `<main><h1>Deep down</h1>${"<div>".repeat(20_000)}x</main>`,
    "tags.mdx": "<b> x\n\n".repeat(30_000),
  });
  const { files, told } = await run({ flavour: "markdown" });
  expect(files).toEqual(["articles/general/good.mdx"]);
  expect(told).toContainEqual("large.md:1 2 MB Too large for one article: not imported. Split it.");
  expect(told).toContainEqual(expect.stringMatching(/^long\.md:1 A paragraph of 100000 signs is more than is read/));
  expect(told).toContainEqual(expect.stringMatching(/^tags\.mdx:1 It has 30000 tags; 20000 are the most/));
  const { told: html } = await run({ flavour: "html" }).catch((error: Error) => ({ told: [error.message] }));
  expect(html[0]).toMatch(/deep|No page was found/);
});

test("names of files and words of first lines stay words", async () => {
  source({
    "..\\x.md": "---\ntitle: 'Quo\"ted: #1 {x} <b>'\ndescription: 'A: \"b\" # and {more} of it all'\n---\n\nHere.\n",
    "a b?c#d.md": "---\ntitle: Signs in a name\ndescription: It has signs that addresses cannot have.\n---\n\nHere.\n",
  });
  await run();
  expect(read("redirects.yaml")).toContain('"/a%20b%3Fc%23d/": "/articles/general/a-b-c-d/"');
  expect(await errors()).toEqual([]);
});
