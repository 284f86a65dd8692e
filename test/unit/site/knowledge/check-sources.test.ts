import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import type { Hub } from "#content/schema.ts";
import { checkSources } from "#site/knowledge/check-sources.ts";
import { readSources } from "#site/knowledge/read-sources.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

let dir: string;
beforeEach(() => {
  dir = freshFolder("content");
  write("figures/tab.svg", "<svg></svg>");
});

function write(name: string, text: string) {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  writeFileSync(path.join(dir, name), text);
}

const head = [
  "title: Connect your CRM",
  "summary: How a CRM is connected, in five steps.",
  "kind: guide",
  "updated: 2026-11-23",
  "sources: [somewhere]",
];
const article = (lines: string[], body = "Text.") => ["---", ...lines, "---", "", body].join("\n");
const hub = { languages: ["en", "de"], topics: [{ id: "crm", title: "CRM", summary: "All of it." }] } as unknown as Hub; // no more of it is read

/** The mistakes, with paths as they stand within the content. */
const mistakes = (of = hub) =>
  formatMistakes(checkSources(readSources(dir), of)).replaceAll(`${path.relative(process.cwd(), dir)}/`, "");

describe("content as written", () => {
  it("passes when nothing is wrong, code and comments included", () => {
    write(
      "articles/crm/connect.mdx",
      article(head, "<Steps>\n</Steps>\n\n`<Nope>`\n\n```\n<Nope>\n```\n{/* <Nope> */}"),
    );
    expect(mistakes()).toBe("");
  });

  it("fails for a wrong field, with its line and name", () => {
    write("articles/crm/connect.mdx", article([...head.slice(0, 2), "kind: recipe", ...head.slice(3)]));
    expect(mistakes()).toMatch(/^articles\/crm\/connect\.mdx:4 kind: /);
  });

  it("fails for a field nobody knows, at its line", () => {
    write("articles/crm/connect.mdx", article([...head, "sumary: twice"]));
    expect(mistakes()).toMatch(/^articles\/crm\/connect\.mdx:7 sumary: /);
  });

  it("fails for a field that is missing", () => {
    write("articles/crm/connect.mdx", article(head.slice(1)));
    expect(mistakes()).toMatch(/^articles\/crm\/connect\.mdx:2 title: /);
  });

  it("fails for YAML that cannot be read, at its line", () => {
    write("articles/crm/connect.mdx", article([...head, "related: [a"]));
    expect(mistakes()).toMatch(/^articles\/crm\/connect\.mdx:[78] /);
  });

  it("fails for an article that readers get without a text; a comment is none", () => {
    write("articles/crm/draft.mdx", article([...head, "draft: true"], ""));
    write("articles/crm/connect.mdx", article(head, "\n{/* Image: a.png */}\n"));
    expect(mistakes()).toBe(
      "articles/crm/connect.mdx:7 it has no text: write one, or keep it from readers by a line draft: true above",
    );
  });

  it("fails for a mistake in the glossary", () => {
    write("glossary.yaml", "- say: [login]\n  means: [sign in]\n- say: []\n  means: [x]\n");
    expect(mistakes()).toMatch(/^glossary\.yaml:3 1\.say: /);
  });

  it("fails for a topic that hub.yaml does not have", () => {
    write("articles/other/connect.mdx", article(head));
    expect(mistakes()).toBe(`articles/other/connect.mdx:1 its folder "other" is not a topic of hub.yaml`);
  });

  it("fails for related articles that do not exist or are drafts, in frontmatter and in blocks", () => {
    write("articles/crm/draft.mdx", article([...head, "draft: true"]));
    write(
      "articles/crm/connect.mdx",
      article([...head, "related:", "  - crm/connect", "  - crm/draft"], `<Related to={["crm/gone"]} />`),
    );
    expect(mistakes()).toBe(
      [
        `articles/crm/connect.mdx:9 related: there is no article "crm/draft"`,
        `articles/crm/connect.mdx:12 <Related>: there is no article "crm/gone"`,
      ].join("\n"),
    );
  });

  it("fails for questions about articles that are not there, before anything is built", () => {
    write("articles/crm/connect.mdx", article(head));
    write("questions.yaml", "- ask: How?\n  answer: crm/conect#top\n");
    expect(mistakes()).toBe('questions.yaml:1 there is no article "crm/conect": the nearest is "crm/connect"');
  });

  it("takes a name that is written as text for none of a block", () => {
    const lines = [...head.slice(0, 1), "summary: How an Array<String> is connected.", ...head.slice(2)];
    write("articles/crm/connect.mdx", article(lines, "An Array\\<String> and a \\<Name>."));
    expect(mistakes()).toBe("");
  });

  it("fails for a block that does not exist, at its line", () => {
    write("articles/crm/connect.mdx", article(head, 'Text.\n\n<Stepz title="a > b">\n</Stepz>'));
    expect(mistakes()).toMatch(/^articles\/crm\/connect\.mdx:11 there is no block <Stepz>; there are Steps, Step, /);
  });

  it("fails for a figure without words or without a drawing, and for an image without words", () => {
    write(
      "articles/crm/connect.mdx",
      article(head, '<Figure\n  name="tab"\n/>\n<Figure name="gone" alt="A tab" />\n![ ](/a.png)'),
    );
    expect(mistakes()).toBe(
      [
        `articles/crm/connect.mdx:9 <Figure> needs alt="…": what the drawing shows, in words`,
        "articles/crm/connect.mdx:12 <Figure>: there is no figures/gone.svg",
        "articles/crm/connect.mdx:13 the image /a.png needs an alternative text: ![what it shows](/a.png)",
      ].join("\n"),
    );
  });

  it("fails for a video that is not there, and takes one that is there for its language alone", () => {
    write("videos/tour.de.mp4", "");
    write("articles/crm/connect.mdx", article(head, '<Video name="tour" title="A tour" />\n<Video name="a.mp4" />'));
    write("articles/crm/connect.de.mdx", article(head, '<Video name="tour" title="Ein Rundgang" />'));
    expect(mistakes()).toBe(
      [
        "articles/crm/connect.mdx:9 <Video>: there is no videos/tour.webm or videos/tour.mp4",
        'articles/crm/connect.mdx:10 <Video>: it needs title="…"',
        "articles/crm/connect.mdx:10 <Video>: there is no videos/a.mp4.webm or videos/a.mp4.mp4; name it without its ending",
      ].join("\n"),
    );
  });

  it("says which video is nearest, and which image is not there", () => {
    write("videos/tour.mp4", "");
    write("figures/there.png", "");
    const body =
      '<Video name="tours" title="A tour" />\n\n![It](../../figures/there.png) ![It](../../figures/gone.png)';
    write("articles/crm/connect.mdx", article(head, body));
    expect(mistakes()).toBe(
      [
        'articles/crm/connect.mdx:9 <Video>: there is no videos/tours.webm or videos/tours.mp4; the nearest is "tour"',
        'articles/crm/connect.mdx:11 there is no image at "../../figures/gone.png": put one there',
      ].join("\n"),
    );
  });

  it("finds images by every way to write where they are", () => {
    for (const name of ["shot(1).png", "a shot.png", "a_b.png"]) write(`figures/${name}`, "");
    const images = [
      "![It](../../figures/shot(1).png)",
      '![It](<../../figures/a shot.png> "A title")',
      "![It](../../figures/a%20shot.png)",
      String.raw`![It](../../figures/a\_b.png)`,
      String.raw`\![no image, but a link](/articles/crm/connect/)`,
      "![It](https://example.com/a.png)",
    ];
    write("articles/crm/connect.mdx", article(head, images.join("\n\n")));
    expect(mistakes()).toBe("");
    write("articles/crm/connect.mdx", article(head, "![It](<../../figures/gone (1).png>)"));
    expect(mistakes()).toContain('there is no image at "../../figures/gone (1).png"');
  });

  it("fails for a group that the topic has not, and takes one that it has", () => {
    const grouped = (group: string) => article([...head, `group: ${group}`]);
    write("articles/crm/a.mdx", grouped("access"));
    write("articles/crm/b.mdx", grouped("acess"));
    write("articles/plans/c.mdx", grouped("access"));
    const topics = [
      { id: "crm", title: "CRM", summary: "All of it.", groups: [{ id: "access", title: "Access" }] },
      { id: "plans", title: "Plans", summary: "All of them." },
    ];
    expect(mistakes({ ...hub, topics })).toBe(
      [
        'articles/crm/b.mdx:7 group: there is no group "acess" in the topic "crm" of hub.yaml; it has access',
        'articles/plans/c.mdx:7 group: there is no group "access" in the topic "plans" of hub.yaml; it has none',
      ].join("\n"),
    );
  });

  it("takes a translation beside its article, and fails for one in a language that hub.yaml has not", () => {
    write("articles/crm/connect.mdx", article(head));
    write("articles/crm/connect.de.mdx", article(head));
    expect(mistakes()).toBe("");
    write("articles/crm/connect.fr.mdx", article(head));
    expect(mistakes()).toBe('articles/crm/connect.fr.mdx:1 ".fr" is no language of hub.yaml; it has en, de');
  });
});
