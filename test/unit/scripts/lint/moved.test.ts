import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { judge, tellFindings, toJson } from "../../../../scripts/lint/tell-findings.ts";
import { article, head, openContent, titled } from "#test/support/lint-content.ts";

const { write, find, run, contentDir, folder } = openContent();
const RULE = "moved-without-redirect";
const at = (name: string) => path.join(contentDir(), name);
const read = (name: string) => readFileSync(at(name), "utf8");

function git(...args: string[]): void {
  const own = ["-c", "user.name=A Writer", "-c", "user.email=writer@example.com", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...own, ...args], { cwd: contentDir(), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
function commit(...tags: string[]): void {
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "Content");
  for (const tag of tags) git("tag", tag);
}

describe("an article that is gone", () => {
  test("is asked after until a redirect leads on from it", async () => {
    write("articles/start/old.mdx", article());
    write("articles/start/draft.mdx", article("", ["title: Not yet", ...head.slice(1), "draft: true"]));
    commit();
    expect(await find(RULE)).toEqual([]);
    rmSync(at("articles/start/old.mdx"));
    rmSync(at("articles/start/draft.mdx"));
    expect(await find(RULE)).toEqual([
      "redirects.yaml:1 /articles/start/old/ is gone (the last commit has it), and nothing leads on from there",
    ]);
    write("redirects.yaml", '"/articles/start/old": "/topics/start/"\n');
    expect(await find()).toEqual([]);
  });

  test("is asked after once more when it was committed, also where no tag is: in a fresh copy", async () => {
    write("articles/start/old.mdx", article());
    commit();
    rmSync(at("articles/start/old.mdx"));
    commit();
    expect(await find(RULE)).toEqual([expect.stringContaining("(the commit before the last has it)")]);
    write("hub.yaml", `${read("hub.yaml")}\n`);
    commit();
    expect(await find(RULE)).toEqual([]);
  });

  test("is remembered by the last tag, by --since, and by the build that is served", async () => {
    write("articles/start/old.mdx", article());
    commit("v1");
    rmSync(at("articles/start/old.mdx"));
    commit();
    write("hub.yaml", `${read("hub.yaml")}\n`);
    commit();
    expect(await find(RULE)).toEqual([expect.stringContaining("(v1 has it)")]);
    git("tag", "-d", "v1");
    expect(await find(RULE)).toEqual([]);
    expect(await find(RULE, { since: "HEAD~2" })).toEqual([expect.stringContaining("(HEAD~2 has it)")]);
    await expect(find(RULE, { since: "nothing" })).rejects.toThrow("--since nothing: git knows no such commit");
    serve(["/articles/start/write-an-article/", "/articles/start/old/"]);
    expect(await find(RULE)).toEqual([expect.stringContaining("(the build that is served has it)")]);
  });

  test("is asked after where all articles of a hub have moved", async () => {
    write("articles/start/only.mdx", titled("Write an article"));
    rmSync(at("articles/start/write-an-article.mdx"));
    serve(["/articles/start/write-an-article/"], "Write an article");
    expect(await find(RULE)).toEqual([
      expect.stringContaining("/articles/start/only/ stood at /articles/start/write-an"),
    ]);
  });

  test("is found again under another name and title by its text, where one article alone has most of it", async () => {
    const text =
      "The first of the lines that nobody else has written.\n\nThe second of the lines that are here alone.\n\n";
    write("articles/start/old.mdx", article(`${text}And a third one, which was written anew later.`));
    commit();
    rmSync(at("articles/start/old.mdx"));
    write("articles/start/draft.mdx", article(text, ["title: Not yet", ...head.slice(1), "draft: true"]));
    expect(await find(RULE)).toEqual([expect.stringContaining("/articles/start/old/ is gone")]);
    write("articles/start/new.mdx", titled("Called otherwise", `${text}What came in its place.`));
    write("articles/start/copy.mdx", titled("A copy", text));
    expect((await run({ fix: true })).fixed).toEqual([]);
    rmSync(at("articles/start/copy.mdx"));
    expect(await find(RULE)).toEqual([expect.stringContaining("/articles/start/new/ stood at /articles/start/old/")]);
    await run({ fix: true });
    expect(read("redirects.yaml")).toContain('"/articles/start/old/": "/articles/start/new/"\n');
  });

  test("is found again by its title, however that is written", async () => {
    write("articles/start/old.mdx", article("Before.", ["title: 'What''s \"connected\"' # for now", ...head.slice(1)]));
    commit();
    rmSync(at("articles/start/old.mdx"));
    write("articles/start/new.mdx", article("After.", ['title: "What\'s \\"connected\\""', ...head.slice(1)]));
    expect(await find(RULE)).toEqual([expect.stringContaining("/articles/start/new/ stood at /articles/start/old/")]);
  });

  test("of another hub is nobody's", async () => {
    serve(["/articles/integrations/connect/"]);
    expect(await find(RULE)).toEqual([]);
  });
});

describe("a text that has changed", () => {
  const day = "updated: 2026-02-01";
  test("is asked for its day until that is another, and --fix writes it; a day alone, a draft and a file that is new are no matter", async () => {
    const draft = (body: string) => article(body, ["title: Not yet", ...head.slice(1), "draft: true"]);
    write("articles/start/old.mdx", article("Before."));
    write("articles/start/draft.mdx", draft("Before."));
    commit();
    write("articles/start/new.mdx", titled("A new one", "Text."));
    write("articles/start/draft.mdx", draft("After."));
    write("articles/start/old.mdx", article("Before.").replace(day, "updated: 2026-02-20"));
    expect(await find("not-updated")).toEqual([]);
    write("articles/start/old.mdx", article("After."));
    const asked = "its text has changed since the last commit, and updated still says 2026-02-01";
    expect(await find("not-updated")).toEqual([`articles/start/old.mdx:5 ${asked}`]);
    await run({ fix: true });
    expect(read("articles/start/old.mdx")).toBe(article("After.").replace(day, "updated: 2026-03-01"));
    expect(await find("not-updated")).toEqual([]);
  });

  test("is asked for its day since the commit that is named", async () => {
    write("articles/start/old.mdx", article("Before."));
    commit("v1");
    write("articles/start/old.mdx", article("After."));
    commit();
    expect(await find("not-updated")).toEqual([]);
    expect(await find("not-updated", { since: "v1" })).toEqual([expect.stringContaining("has changed since v1")]);
  });
});

function serve(urls: string[], title = "A title"): void {
  mkdirSync(path.join(folder.builds, "first"), { recursive: true });
  writeFileSync(path.join(folder.builds, "current"), "first\n");
  const articles = urls.map((url) => ({ url, title }));
  writeFileSync(path.join(folder.builds, "first", "knowledge.json"), JSON.stringify({ articles }));
}

describe("redirects", () => {
  test("lead to what is there, and from where nothing is", async () => {
    write(
      "redirects.yaml",
      '"/a/": "/articles/start/write-an-article/#write-your-first-one"\n"/b/": https://example.com/\n',
    );
    expect(await find("redirects")).toEqual([]);
    write("articles/start/connect.mdx", article());
    write(
      "redirects.yaml",
      '"/a/": "/gone/"\n"/b/": "/b"\n"/articles/start/write-an-article": "/learn/"\n"/c/": "/articles/start/connect/#no"\n',
    );
    const found = await find("redirects");
    expect(found[0]).toBe('redirects.yaml:1 the link "/gone/" leads nowhere');
    expect(found[1]).toBe("redirects.yaml:2 leads to itself: take the line out");
    expect(found[2]).toMatch(
      /^redirects\.yaml:3 is the address of .*write-an-article\.mdx: nobody is led away from it$/,
    );
    expect(found[3]).toBe('redirects.yaml:4 the link "/articles/start/connect/#no" names a section that is not there');
  });
});

describe("--fix", () => {
  test("mends what is mechanical, says so, and leaves the rest", async () => {
    write("articles/start/old.mdx", titled("Moved about"));
    commit();
    renameSync(at("articles/start/old.mdx"), at("articles/start/new.mdx"));
    const body =
      "# Ä title 😀\n\n#### Deep\n\n[/articles/start/new](/articles/start/new#x) [b](/articles/start/old/) [c](/gone/)\n\nText.\n";
    write("articles/start/connect.mdx", article(body));
    const linted = await run({ fix: true });
    expect(read("redirects.yaml")).toContain('"/articles/start/old/": "/articles/start/new/"\n');
    expect(read("articles/start/connect.mdx")).toBe(
      article(
        "## Ä title 😀\n\n### Deep\n\n[/articles/start/new](/articles/start/new/#x) [b](/articles/start/new/) [c](/gone/)\n\nText.\n",
      ),
    );
    expect(linted.findings.map(({ rule }) => rule)).toEqual(["broken-link", "broken-anchor"]);
    expect(linted.fixed.map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        "/articles/start/old/ leads to /articles/start/new/",
        "a heading of level 2",
        "a heading of level 3",
        "/articles/start/new#x is /articles/start/new/#x now",
        "/articles/start/old/ is /articles/start/new/ now",
      ]),
    );
    expect((await run({ fix: true })).fixed).toEqual([]);
  });

  test("writes nothing into redirects that cannot be read", async () => {
    write("articles/start/old.mdx", titled("Moved about"));
    commit();
    renameSync(at("articles/start/old.mdx"), at("articles/start/new.mdx"));
    write("redirects.yaml", '"/a/": [nowhere]\n');
    const { fixed, findings } = await run({ fix: true });
    expect(fixed).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain(RULE);
    expect(read("redirects.yaml")).toBe('"/a/": [nowhere]\n');
  });

  test("follows no redirects that go in a circle", async () => {
    write("redirects.yaml", '"/a/": "/b/"\n"/b/": "/a/"\n');
    write("articles/start/connect.mdx", article("[a](/a/)"));
    const { fixed, findings } = await run({ fix: true });
    expect(fixed).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(["broken-link", "redirects", "redirects"]);
  });

  test("leads redirects over others to their end, whatever else is like them in the file", async () => {
    const end = "/articles/start/write-an-article/";
    write("redirects.yaml", `# /b/ was /a/ once\n"/b/": "${end}"\n"/a/b/": "/b/"\n/c/: /a/b # by hand\n`);
    expect((await run({ fix: true })).findings).toEqual([]);
    expect(read("redirects.yaml")).toBe(
      `# /b/ was /a/ once\n"/b/": "${end}"\n"/a/b/": "${end}"\n/c/: ${end} # by hand\n`,
    );
  });
});

describe("what is told", () => {
  test("names place, rule and what to do, counts, and fails for errors", async () => {
    write("articles/start/connect.mdx", article("[a](/gone/) [b](/learn)"));
    const linted = await run();
    const told = tellFindings(linted);
    expect(told).toMatch(
      /articles\/start\/connect\.mdx:9 {2}error {2}broken-link\n {4}the link "\/gone\/" leads nowhere\n {4}→ Mend the address/,
    );
    expect(told).toContain("→ --fix mends it. Or: ");
    expect(told).toMatch(/\n2 articles: 2 errors, 0 warnings\. --fix mends 1 of them\.$/);
    expect(judge(linted).failed).toBe(true);
    expect(JSON.parse(toJson(linted))).toMatchObject({
      failed: true,
      errors: 2,
      articles: 2,
      findings: [{ rule: "broken-link", level: "error", line: 9, fixable: false }, { fixable: true }],
    });
  });

  test("warnings fail when that is wished, what time has brought never", async () => {
    const old = { now: new Date("2027-06-01") };
    expect(judge(await run(old), { strict: true })).toEqual({ failed: false, errors: 0, warnings: 1 });
    write("articles/start/connect.mdx", titled("Write an article"));
    const warned = await run();
    expect(judge(warned)).toEqual({ failed: false, errors: 0, warnings: 1 });
    expect(judge(warned, { strict: true }).failed).toBe(true);
  });
});
