import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { article, head, openContent } from "#test/support/lint-content.ts";
import { newArticle } from "../../../../scripts/writing/new-article.ts";

/** What a build stops at is found before one. */
const { write, find, contentDir } = openContent();

test("broken-tree: an answer that leads nowhere, and an outcome that nothing leads to", async () => {
  write(
    "articles/start/a.mdx",
    article(`## Find out

<Diagnose title="Who is missing?">
<Question ask="Who?" id="who">
<Answer says="Nobody" to="again" />
<Answer says="Some" to="nowhere" />
</Question>
<Outcome title="Again" id="again">Do it.</Outcome>
<Outcome title="Lost" id="lost">Do it.</Outcome>
</Diagnose>`),
  );
  expect(await find("broken-tree")).toEqual([
    'articles/start/a.mdx:14 <Answer>: there is no question or outcome "nowhere" in this tree',
    'articles/start/a.mdx:17 <Outcome>: no answer leads to "lost"',
  ]);
});

test("unreached: a translation into a language that the hub does not have", async () => {
  write("articles/start/write-an-article.fr.mdx", article("Du texte."));
  expect(await find("unreached")).toEqual([
    'articles/start/write-an-article.fr.mdx:1 ".fr" is no language of hub.yaml; it has en',
  ]);
});

test("readable: a file without its first lines says so", async () => {
  write("articles/start/a.mdx", "Only words.\n");
  expect(await find("readable")).toEqual([
    "articles/start/a.mdx:1 it begins with no lines between --- and ---, that say title, summary, updated and sources",
  ]);
});

test("missing-reference: a question that is offered with a section which the article has not; a translation has those of its original", async () => {
  const offering = (body: string, section: string) =>
    article(body, [
      ...head,
      "questions:",
      "  - What is it about?",
      `  - { ask: How does it go on?, section: ${section} }`,
    ]);
  write("articles/start/a.mdx", offering("## Go on\n\nText.", "go-on"));
  write("articles/start/a.de.mdx", offering("## Weiter\n\nText.", "go-on"));
  write("articles/start/b.mdx", offering("## Go on\n\nText.", "go-no"));
  expect(await find("missing-reference")).toEqual([
    'articles/start/b.mdx:7 questions: the article has no text under "go-no": it has top, go-on',
  ]);
});

test("unwritten: an article that readers get empty, or with what its draft asked its writer for; drafts are left alone", async () => {
  write("articles/start/empty.mdx", article(""));
  write("articles/start/draft.mdx", article("", [...head, "draft: true"]));
  const file = newArticle({ contentDir: contentDir(), id: "start/begun", now: new Date() });
  const empty =
    "articles/start/empty.mdx:7 it has no text: write one, or keep it from readers by a line draft: true above";
  expect(await find("unwritten")).toEqual([empty]);
  writeFileSync(file, readFileSync(file, "utf8").replace("draft: true\n", ""));
  expect(await find("unwritten")).toEqual([
    expect.stringMatching(/^articles\/start\/begun\.mdx:3 this stands as content:new wrote it, and so do lines 7, /),
    empty,
  ]);
});

test("broken-link, broken-anchor: links of hub.yaml to pages that there are not", async () => {
  const file = path.join(contentDir(), "hub.yaml");
  const there = "/articles/start/write-an-article/";
  const links = [there, "/gone/", `${there}#gone`].map((url) => `  - { label: Page, url: "${url}" }\n`);
  writeFileSync(file, `${readFileSync(file, "utf8")}links:\n${links.join("")}`);
  const [link = ""] = await find("broken-link");
  expect(link).toMatch(/^hub\.yaml:\d+ the link "\/gone\/" leads nowhere$/);
  expect(await find("broken-anchor")).toEqual([expect.stringContaining('#gone" names a section that is not there')]);
});
