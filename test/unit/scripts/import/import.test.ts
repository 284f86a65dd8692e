import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openImport, PNG } from "#test/support/import-content.ts";

const { folder, hubDir, sourceDir, source, write, run, read, has } = openImport();
const ROOT = path.resolve(import.meta.dirname, "../../../..");

const page = (title: string, body = "A few words that say what it is.") => `---\ntitle: ${title}\n---\n\n${body}\n`;

test("an article that is there is never overwritten without a word", async () => {
  source({ "guides/start.md": page("How to start"), "guides/more.md": page("What is more") });
  write("hub/articles/guides/start.mdx", "mine");
  const before = read("hub.yaml");
  await expect(run()).rejects.toThrow(
    "1 of the files is there already (articles/guides/start.mdx). Nothing was written. --force overwrites them, --topic puts all into a topic of its own.",
  );
  expect([read("articles/guides/start.mdx"), read("hub.yaml"), has("redirects.yaml")]).toEqual(["mine", before, false]);

  const { summary } = await run({ dryRun: true });
  expect(summary).toContain(
    "1 file there already, which no import wrote: only --force would overwrite them (articles/guides/start.mdx)",
  );
  await run({ topic: "imported" });
  expect([read("articles/guides/start.mdx"), has("articles/imported/start.mdx")]).toEqual(["mine", true]);
  rmSync(path.join(hubDir(), ".imported.json"));
  await run({ force: true });
  expect(read("articles/guides/start.mdx")).toContain('title: "How to start"');
});

test("a second import brings what is new, and leaves what was changed, moved or taken away here", async () => {
  const [asIs, edited, moved, renewed] = ["asis", "edited", "moved", "renewed"].map((name) => `guides/${name}.md`);
  source({
    [`${asIs}`]: page("Stays as it is"),
    [`${edited}`]: page("Is edited here"),
    [`${moved}`]: page("Is moved here"),
    [`${renewed}`]: page("Was the old title"),
  });
  await run();
  write("hub/articles/guides/edited.mdx", read("articles/guides/edited.mdx").replace("A few words", "My own words"));
  rmSync(path.join(hubDir(), "articles/guides/moved.mdx"));
  source({ [`${renewed}`]: page("Is the new title"), "guides/fresh.md": page("Has come since") });

  const { summary, told } = await run();
  expect(summary.slice(0, 5)).toEqual([
    "5 of 5 pages (markdown) in 1 topic",
    "1 file renewed from the source, for nobody has changed them here (articles/guides/renewed.mdx)",
    "1 file there already as the source has them (articles/guides/asis.mdx)",
    "1 file changed here since an import, and kept (articles/guides/edited.mdx)",
    "1 file moved or taken away here since an import, and not written again (articles/guides/moved.mdx)",
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      "guides/edited.md:1 articles/guides/edited.mdx It was changed here since it was imported: kept as it is. --force overwrites it.",
      "guides/moved.md:1 articles/guides/moved.mdx It was moved or taken away here since it was imported: not written again. --force writes it.",
    ]),
  );
  expect(read("articles/guides/edited.mdx")).toContain("My own words");
  expect(read("articles/guides/renewed.mdx")).toContain("Is the new title");
  expect([has("articles/guides/moved.mdx"), has("articles/guides/fresh.mdx")]).toEqual([false, true]);

  await run({ force: true });
  expect(read("articles/guides/edited.mdx")).toContain("A few words");
  expect(has("articles/guides/moved.mdx")).toBe(true);
});

test("pages of a project's own folder called build come in; what a build has made is told", async () => {
  source({
    "build/start.md": page("How to build"),
    "dist/index.html": "<h1>Made</h1>",
    "dist/copy.md": page("Made by a build"),
    "package.json": "{}",
    ".github/template.md": page("What a pull request says"),
    "security.md": page("How we keep it safe"),
    "SECURITY.md": page("Whom to tell"),
  });
  const { files, told } = await run();
  expect(files).toEqual(["articles/general/security.mdx", "articles/build/start.mdx"]);
  expect(told).toEqual(
    expect.arrayContaining([
      "dist:1 dist Not read: it is what a build has made. Name it as the source if you want its pages.",
      "SECURITY.md:1 SECURITY.md Not a page by its name: not imported.",
    ]),
  );
});

test("a dry run says the same and writes nothing", async () => {
  source({ "a.md": page("How to start", "![it](b.png)"), "b.png": PNG });
  const names = () => readdirSync(hubDir(), { recursive: true }).toSorted();
  const before = names();
  const dry = await run({ dryRun: true });
  expect(names()).toEqual(before);
  expect(dry.report).toBe((await run()).report);
});

test("the report lists what to do, then every place by file and line", async () => {
  source({ "a.mdx": page("How to start", "<Chart />\n\n{a}"), "b.mdx": page("What is more", "<Chart />") });
  const { report } = await run();
  expect(report).toContain("# Import of source\n\n- 2 of 2 pages (markdown) in 1 topic\n");
  expect(report).toContain(
    "| 2 | A component that the hub does not have. Nothing of it was kept: write what it showed. |",
  );
  expect(report).toMatch(
    /## a\.mdx\n\n.*- line 5: `<Chart>` A component .*\n- line 7: `\{a\}` An expression was left out/s,
  );
});

test("redirects that are there win, and none goes in a circle", async () => {
  source({
    "docs.json": JSON.stringify({ redirects: [{ source: "/was/", destination: "/b" }] }),
    "a.mdx": page("How to start"),
    "b.mdx": page("What is more"),
    "contact.mdx": page("How to reach us"),
    "c.mdx": page("Where it goes"),
  });
  const own = `# by hand
"/a": "/learn/"
"/older/": "/b/"
"/articles/general/c/": "/c/"
`;
  write("hub/redirects.yaml", own);
  const { told } = await run();
  expect(read("redirects.yaml")).toBe(`${own}"/b/": "/articles/general/b/"
"/was/": "/articles/general/b/"
`);
  expect(told).toEqual(
    expect.arrayContaining([
      "a.mdx:1 /a/ redirects.yaml sends it to /learn/ already, which was kept.",
      "contact.mdx:1 /contact/ The hub has a page of its own at this old address: it cannot lead to the article.",
      expect.stringMatching(/^c\.mdx:1 \/c\/ It was not added to redirects\.yaml: it leads in a circle: /),
      "redirects.yaml:3 /older/ It leads to /b/, which has moved: write /articles/general/b/.",
    ]),
  );
});

test("hub.yaml keeps its words and comments; a topic of the same name takes the articles in", async () => {
  source({ "start/a.md": page("How to start"), "other/b.md": page("What is more") });
  write("hub/hub.yaml", read("hub.yaml").replace(/^topics:\n/m, "topics: # ours\n"));
  const before = read("hub.yaml");
  await run();
  const added = "\n  - id: other\n    title: Other\n    summary: What is more.";
  expect(read("hub.yaml").replace(added, "")).toBe(before);
  expect(has("articles/start/a.mdx")).toBe(true);
});

test("a figure that is there keeps its name and content; the same one is not copied again", async () => {
  const other = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>');
  source({ "a.md": page("How to start", "![one](x/it.png) ![two](y/it.png)"), "x/it.png": PNG, "y/it.png": other });
  write("hub/figures/it.png", PNG);
  write("hub/figures/it.svg", "another");
  await run();
  expect(read("articles/general/a.mdx")).toContain("![one](../../figures/it.png) ![two](../../figures/it-2.svg)");
  expect(read("figures/it.svg")).toBe("another");
});

test("what cannot be written leaves everything as it was", async () => {
  source({ "a.md": page("How to start"), "docs/b.md": page("What is more") });
  write("hub/articles/general", "a file in the folder's place");
  const before = readdirSync(hubDir(), { recursive: true }).toSorted();
  await expect(run()).rejects.toThrow();
  expect(readdirSync(hubDir(), { recursive: true }).toSorted()).toEqual(before);
});

test("what is missing is said with what to do", async () => {
  await expect(run()).rejects.toThrow(/There is no folder .*source: name the one that your articles are in\./);
  source({ "a.txt": "x" });
  await expect(run()).rejects.toThrow(/No page was found in .*: name the folder that holds them\./);
  await expect(run({ flavour: "word" })).rejects.toThrow(
    'There is no flavour "word"; there are docusaurus, starlight, mintlify, gitbook, mkdocs, markdown, html, zendesk.',
  );
  for (const topic of ["../x", "learn", "Not this"])
    await expect(run({ topic })).rejects.toThrow(`"${topic}" is no topic`);
  await expect(run({ site: "docs" })).rejects.toThrow(
    "--site is no address: write it as https://docs.example.com/guides/",
  );
  await expect(run({ into: sourceDir() })).rejects.toThrow("npm run content:new-hub makes an empty hub.");
  write("hub/redirects.yaml", '"/a/": nowhere\n');
  source({ "a.md": page("How to start") });
  await expect(run()).rejects.toThrow(/Mend redirects\.yaml first, then import\.\n.*redirects\.yaml:1/s);
});

test("the command says what came in, where the report is and whether it builds", () => {
  source(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`p${n}.md`, page(`Page number ${n}`)])));
  const call = (...args: string[]) => {
    const env = { PATH: process.env["PATH"], CONTENT_DIR: hubDir(), BUILDS_DIR: path.join(folder.dir, "builds") };
    const script = path.join(ROOT, "scripts/content-import.ts");
    return spawnSync(process.execPath, [script, ...args], { env, encoding: "utf8" });
  };
  const dry = call(sourceDir(), "--dry-run");
  expect(dry.stdout).toMatch(/^30 of 30 pages \(markdown\) in 1 topic\n[^]*\nNothing else was written\.\n$/);
  const { status, stdout, stderr } = call(sourceDir());
  expect(status).toBe(0);
  expect(stderr).toContain("Reading 25 of 30 …\nReading 30 of 30\n");
  expect(stdout).toMatch(/import-report\.md\nThe linter finds no error in what was imported: npm start builds it\.\n$/);
  expect(existsSync(path.join(hubDir(), "import-report.md"))).toBe(true);
  expect(call(sourceDir()).stdout).toContain("30 files there already as the source has them");
  expect(call("nowhere")).toMatchObject({ status: 1, stderr: expect.stringContaining("There is no folder nowhere") });
  expect(call().stdout).toContain("npm run content:import -- SOURCE");
}, 120_000);
