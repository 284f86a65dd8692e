import { utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bodyOf, openImport } from "#test/support/import-content.ts";

const { source, sourceDir, run, read } = openImport();

const page = (title: string, more = "") =>
  `---\ntitle: "${title}"\ndescription: "What ${title} is, in a sentence."\n${more}---\n\nText.\n`;
const topics = () =>
  (parse(read("hub.yaml")) as { topics: { id: string; title: string }[] }).topics.map(({ title }) => title);

test("numbers before folders' names are their order, within a topic and among topics", async () => {
  source({
    "20-later/a.md": page("Later page"),
    "10-first/30-end/a.md": page("End page"),
    "10-first/20-middle/a.md": page("Middle page"),
    "10-first/10-begin.md": page("Begin page"),
  });
  const { files } = await run();
  expect(topics().slice(-2)).toEqual(["First", "Later"]);
  const placed = files.filter((name) => name.startsWith("articles/first/"));
  const orderOf = (name: string) => Number(/^order: (\d+)$/m.exec(read(name))?.[1]);
  expect(
    placed.toSorted((a, b) => orderOf(a) - orderOf(b)).map((name) => /title: "(.*)"/.exec(read(name))?.[1]),
  ).toEqual(["Begin page", "Middle page", "End page"]);
});

test("a folder is a topic, folders within it are its groups; one that is alone is none", async () => {
  const many = (folder: string) =>
    Object.fromEntries(
      Array.from({ length: 35 }, (_, at) => [`app/${folder}/p${at}.md`, page(`Page ${folder} ${at}`)]),
    );
  source({
    "app/index.md": page("The app"),
    "app/01-reference/index.md": page("REFERENCE"),
    ...many("02-guides"),
    ...many("01-reference"),
    "web/deep/a.md": page("Web page"),
  });
  const { told } = await run();
  expect(topics().slice(-2)).toEqual(["App", "Web"]);
  expect(read("hub.yaml")).toContain(`
    groups:
      - id: reference
        title: REFERENCE
      - id: guides
        title: Guides
  - id: web
`);
  expect(read("articles/app/guides-p3.mdx")).toContain("\ngroup: guides\n");
  expect(told.filter((each) => !each.includes("Another article"))).toEqual([
    "web/deep/a.md:1 Web › Deep Not a group of its own here: its pages (1) stand in “Web”.",
  ]);
});

test("titles and summaries are text, and a day that an archive made up is none", async () => {
  source({
    "a.md":
      '---\ntitle: "The `use` **hook**"\ndescription: "Call `use` in a [component](/docs/x), **once** for `<Form>`."\n---\n\nText.\n',
    "b.mdx": page("Lights", "").replace(
      "Text.",
      '<img alt="The light by day" srcSet={day} />\n\n<Image alt="By night" srcLight="https://example.com/l.png" srcDark="https://example.com/d.png" />',
    ),
  });
  const packed = new Date("1985-10-26T08:15:00Z");
  utimesSync(path.join(sourceDir(), "a.md"), packed, packed);
  const { told } = await run();
  const a = read("articles/general/a.mdx");
  expect(a).toContain('title: "The use hook"\nsummary: "Call use in a component, once for <Form>."');
  expect(a).toMatch(new RegExp(`updated: ${new Date().getFullYear()}-`));
  expect(bodyOf(read("articles/general/b.mdx"))).toBe(
    "{/* Image: The light by day */}\n\n[By night](https://example.com/l.png)\n",
  );
  expect(told.some((each) => each.includes("computed"))).toBe(true);
});

test("below a heading that all pages have, the next one is a page's title", async () => {
  const below = (title: string) =>
    `<h1 align="center">Reef</h1>\n\n## ${title}\n\nWhat it is about, in words.\n\n### Part\n\nText.\n`;
  source({
    ...Object.fromEntries(
      ["Light", "Warmth", "Water", "Plankton"].map((name) => [`${name}.md`, below(`${name} at sea`)]),
    ),
    "lone.md": "# Alone here\n\n## First part\n\nText.\n",
  });
  await run();
  const light = read("articles/general/light.mdx");
  expect(light).toContain('title: "Light at sea"');
  expect(bodyOf(light)).toBe("What it is about, in words.\n\n## Part\n\nText.\n");
  expect(read("articles/general/lone.mdx")).toContain('title: "Alone here"');
});
