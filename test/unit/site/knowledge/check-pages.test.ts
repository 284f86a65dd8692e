import { describe, expect, it } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import { createPageCheck } from "#site/knowledge/check-pages.ts";
import { parsePage } from "#site/knowledge/dom.ts";
import type { Piece } from "#site/knowledge/parts/places.ts";

const mdx = `---
title: Connect
---

Look at [the steps](#steps).

## Steps
`;

/** The mistakes of an article's page, beside a topic page that has the anchor "list". */
function check(body: string, text = mdx, base = "", pieces: Piece[] = []) {
  const html = `<html lang="en"><main><article data-article-id="crm/connect" lang="en"><h1>Connect</h1>${body}</article></main></html>`;
  const built = (path: string, page: string) => ({
    path,
    file: `${path.slice(1)}index.html`,
    html: page,
    page: parsePage(page),
  });
  const pages = [
    built(`${base}/articles/crm/connect/`, html),
    built("/topics/crm/", `<main><h1 id="list">CRM</h1></main>`),
  ];
  const source = {
    id: "crm/connect",
    file: "content/articles/crm/connect.mdx",
    language: "en",
    text,
    pieces,
    parts: [],
    frontmatter: null,
    lineOf: () => 1,
  };
  const files = new Set(["/icons.svg"]);
  const checked = createPageCheck({ publicDir: "out/public", sources: [source] });
  pages.forEach(checked.read);
  return formatMistakes(checked.finish(checked.judgeBy(files), () => pages));
}

describe("a built page", () => {
  it("may link to pages, their sections, files, and what the server answers", () => {
    const good = `<a href="/topics/crm/#list">a</a><a href="#s">b</a><h2 id="s">S</h2><a href="/search?q=x">c</a>
      <svg><use href="/icons.svg#back"></use></svg><a href="https://example.com/x">d</a><a href="mailto:a@example.com">e</a>`;
    expect(check(good)).toBe("");
  });

  it.each([
    ["a broken link", "/articles/crm/gone/", `the link "/articles/crm/gone/" leads nowhere`],
    ["a broken anchor on its own page", "#gone", `the link "#gone" names a section that is not there`],
    [
      "a broken anchor on another page",
      "/topics/crm/#gone",
      `the link "/topics/crm/#gone" names a section that is not there`,
    ],
    ["a link without its last slash", "/topics/crm", `the link "/topics/crm" needs a slash at the end of its path`],
    ["a link that cannot be decoded", "/%E0%A4%A", `the link "/%E0%A4%A" is not an address`],
  ])("fails for %s, with the file and line of its MDX", (_, link, message) => {
    const text = `---\ntitle: Connect\n---\n\nA line.\n\nSee [this](${link}).\n`;
    expect(check(`<p><a href="${link}">this</a></p>`, text)).toBe(`content/articles/crm/connect.mdx:7 ${message}`);
  });

  it("does not take a longer link for the broken one", () => {
    const text = "See [a](#save-it).\nSee [b](#save).\n";
    expect(check(`<h2 id="save-it">S</h2><a href="#save">b</a>`, text)).toMatch(
      /connect\.mdx:2 the link "#save" names/,
    );
  });

  it("fails for an image without words, at its line", () => {
    expect(check(`<p><img src="/icons.svg"></p>`, "\n\n![](/icons.svg)\n")).toBe(
      "content/articles/crm/connect.mdx:3 the image /icons.svg has no alternative text",
    );
  });

  it("fails for a heading that skips a level, at its line", () => {
    expect(check(`<h2 id="a">A</h2><h4 id="b">Deep down</h4>`, "## A\n\n#### Deep down\n")).toBe(
      `content/articles/crm/connect.mdx:3 "Deep down" stands 2 levels below what is before it: a heading with ### is missing`,
    );
  });

  it("fails for a list that a tag has torn, at its last item", () => {
    const torn = `<ul><li>One.</li><li><b>Neither arrives.</b> Go on.</li>&lt;Step title="Two"&gt;</ul>`;
    expect(check(torn, "- One.\n- **Neither arrives.** Go on.\n\n  </Step>\n")).toBe(
      "content/articles/crm/connect.mdx:2 text beside a list's items: let the tag after the list start its line",
    );
  });

  it("fails for a film that stands twice, where its tags are and nowhere else", () => {
    const film = `<figure id="video-sync"><video aria-label="The sync"></video><figcaption> The sync (1 MB) </figcaption></figure>`;
    expect(check(film + film, '<Video name="sync" title="The sync" />\n\nText.\n')).toBe(
      `content/articles/crm/connect.mdx:1 two parts of the page are called "video-sync": give one an id="…" or a title of its own`,
    );
  });

  it("fails for two parts with one id, at each line that may be meant", () => {
    const parts = `<h2 id="who">Who?</h2><section id="who" data-diagnose="Who?"><h3>Which?</h3></section>`;
    const message = `two parts of the page are called "who": give one an id="…" or a title of its own`;
    expect(check(parts, '## Who?\n\n<Diagnose title="Who?">\n')).toBe(
      `content/articles/crm/connect.mdx:1 ${message}\ncontent/articles/crm/connect.mdx:3 ${message}`,
    );
  });

  it("fails for a page of another language where its text, or the one that stands in for it, was written", () => {
    const text = "\n\nSee [this](/articles/crm/gone/).\n";
    expect(check(`<p><a href="/fr/articles/crm/gone/">this</a></p>`, text, "/fr")).toBe(
      `content/articles/crm/connect.mdx:3 the link "/articles/crm/gone/" leads nowhere`,
    );
  });

  it("fails for what stands in a part at its line there, once", () => {
    const link = "See [this](/gone/).";
    const pieces = [1, 4].map((from) => ({ from, file: "content/parts/rights.mdx", line: 11, indent: 0 }));
    expect(check(`<p><a href="/gone/">this</a></p>`, `${link}\n\n\n${link}\n`, "", pieces)).toBe(
      `content/parts/rights.mdx:11 the link "/gone/" leads nowhere`,
    );
  });

  it("names the built file where the mistake is not the writer's", () => {
    expect(check(`\n<a href="/nowhere/">x</a>`)).toBe(
      `out/public/articles/crm/connect/index.html:2 the link "/nowhere/" leads nowhere`,
    );
  });
});
