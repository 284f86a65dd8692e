import { expect, test } from "vitest";
import { bodyOf, openImport, page, PNG } from "#test/support/import-content.ts";

/** More of what stood in pages of real sites, and was lost or shown wrongly. */
const { source, run, read, errors } = openImport();

const bodyIn = (file: string) => bodyOf(read(file));

test("Docusaurus: parts whose names are escaped, links to files that did not come along, components named like a tag", async () => {
  source({
    "docusaurus.config.js": 'module.exports = { url: "https://docs.example.com", baseUrl: "/" };\n',
    "docs/_help.mdx": "Ask us.\n",
    "blog/2024-01-02-new.md": "# New\n",
    "docs/guides/index.md": page("All guides", "Words."),
    "docs/guides/one.md": page(
      "The first one",
      `import Help from '@site/docs/\\_help.mdx';

<Help />

See [two](./two.md#part), [three](../other/03-three.mdx), [four](/docs/four.md), [a sheet](./sheet.pdf) and
[all of them](@site/docs/guides/index.md).

<Link to="/docs/guides">Go on</Link>

<img src="/a.png#gh-dark-mode-only" alt="Dark" />![Light](/a.png#gh-light-mode-only) :tada: :no_such_sign:

$$
a
$$

<Badge text="x">`,
    ),
    "static/a.png": PNG,
  });
  const { told } = await run();
  expect(bodyIn("articles/guides/one.mdx")).toBe(`Ask us.

See [two](https://docs.example.com/docs/guides/two/#part), [three](https://docs.example.com/docs/other/three/), [four](https://docs.example.com/docs/four/), [a sheet](https://docs.example.com/docs/guides/sheet.pdf) and
[all of them](/articles/guides/guides/).

[Go on](/articles/guides/guides/)

![Light](../../figures/a.png) 🎉 :no_such_sign:

\`\`\`latex
a
\`\`\`

\\<Badge text="x">
`);
  expect(await errors()).toEqual([]);
  expect(told.filter((each) => !each.includes("It is no page that was imported"))).toEqual([
    "docs/guides/one.md:17 $$ a $$ A formula, which the hub does not draw: it stands there as code. Write it in words.",
    'docs/guides/one.md:21 <Badge text="x"> A tag without its other half stands there as text. See what is missing around it.',
    "docs/guides/one.md:15 :no_such_sign: If this is the name of an emoji, write the emoji itself.",
    "blog:1 blog/ Pages outside of docs/ (1): not imported. Import that folder by itself if you need them.",
  ]);
});

test("MkDocs: definitions are a list, attributes go, links are seen from the file, a picture that leads to itself is one", async () => {
  source({
    "mkdocs.yml": "site_url: https://docs.example.com/en/\nnav:\n  - Use it:\n      - a/one.md\n",
    "docs/img/a.png": PNG,
    "docs/a/one.md": `# The first one

See [the second](two.md#part), [up](../three.md) and [gone][2].

## _Why so?_

\`key\`{: #key }, \`lock\`

:   !!! warning

        Mind it.

Apple

:   A fruit.

    More of it.

Pear
:   Green.
:   Or yellow.

[![Shot][1]][1] [![Gone][2]][2]

  [1]: ../img/a.png
  [2]: ../img/gone.png
`,
  });
  const { told } = await run();
  expect(bodyIn("articles/use-it/one.mdx"))
    .toBe(`See [the second](https://docs.example.com/en/a/two/#part), [up](https://docs.example.com/en/three/) and [gone](https://docs.example.com/en/img/gone.png).

## Why so?

- **\`key\`, \`lock\`**

  <Callout kind="warning">
    Mind it.
  </Callout>

- **Apple**

  A fruit.

  More of it.

- **Pear**\\
  Green.\\
  Or yellow.

![Shot](../../figures/a.png) {/* Image: ../img/gone.png (Gone) */}
`);
  expect(told.filter((each) => each.includes("gone.png")).map((each) => each.split(" ")[0])).toEqual([
    "docs/a/one.md:3",
    "docs/a/one.md:23",
  ]);
  expect(await errors()).toEqual([]);
});

test("GitBook: marks around a space are marks, a file has its caption", async () => {
  source({
    "SUMMARY.md": "# Summary\n\n* [The first one](one.md)\n",
    "one.md": `# The first one

Take **the file **first, then **the** other.

As in \`2 **3 **x\`.

{% file src=".gitbook/assets/a.zip" caption="All files" %}
`,
  });
  const { told } = await run({ site: "https://docs.example.com/" });
  expect(bodyIn("articles/general/one.mdx")).toBe(`Take **the file** first, then **the** other.

As in \`2 **3 **x\`.

[All files](https://docs.example.com/.gitbook/assets/a.zip)
`);
  expect(told.length).toBe(2);
});

test("saved pages: footnotes are footnotes, code keeps its title", async () => {
  source({
    "a.html": `<!doctype html><title>The first one</title><main><h1>The first one</h1>
<p>A claim<sup><a href="#user-content-fn-1" data-footnote-ref>1</a></sup>.</p>
<div class="theme-code-block"><div class="codeBlockTitle_x1">/etc/a.conf</div><pre class="language-ini"><code>a=1</code></pre></div>
<section data-footnotes class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Its source. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section></main>`,
  });
  await run();
  expect(bodyIn("articles/general/a.mdx")).toBe(`A claim[^1].

\`\`\`ini title="/etc/a.conf"
a=1
\`\`\`

[^1]: Its source.
`);
  expect(await errors()).toEqual([]);
});

test("a group that is called like a topic of the hub is that topic", async () => {
  source({
    "docs.json": JSON.stringify({ navigation: [{ group: "Getting Started", pages: ["a"] }] }),
    "a.mdx": page("The first one", "Words."),
  });
  const { files } = await run();
  expect(files).toEqual(["articles/start/a.mdx"]);
  expect(read("hub.yaml").match(/title: Getting/gi)).toHaveLength(1);
});

test("Starlight: a sidebar that names its parts has the parts, and one that is made elsewhere is told", async () => {
  const config = (sidebar: string) => `import { guides, api as rest } from "./src/side.mjs";
const start = [{ label: "Begin here", items: ["one"] },];
export default { integrations: [starlight({ ${sidebar} })] };
`;
  const files = {
    "src/side.mjs":
      '/** Guides */\nexport const guides = [\n  { label: "Good Guides", items: [{ autogenerate: { directory: "g" } }] },\n];\n',
    "src/content/docs/one.mdx": page("The first one", "Words."),
    "src/content/docs/g/two.mdx": page("The second one", "Words."),
  };
  source({ ...files, "astro.config.mjs": config("sidebar: [...start, ...guides, ...made()]") });
  const { files: made, told } = await run();
  expect(made).toEqual(["articles/begin-here/one.mdx", "articles/good-guides/two.mdx"]);
  expect(told).toEqual([
    "astro.config.mjs:1 navigation A part of it is made by code, which is not run: the pages of that part stand by their folders.",
  ]);
  source({ "astro.config.mjs": config("sidebar: start, other: 1") });
  expect((await run({ dryRun: true })).files).toContain("articles/begin-here/one.mdx");
});

test("Docusaurus: lists of pages that it makes by itself lead to the topics", async () => {
  const index = (more: object) => JSON.stringify({ ...more, link: { type: "generated-index" } });
  source({
    "docusaurus.config.js": 'module.exports = { url: "https://docs.example.com", baseUrl: "/" };\n',
    "docs/tools/_category_.json": index({ label: "All Tools" }),
    "docs/tools/small/_category_.json": index({ label: "Small ones" }),
    "docs/tools/small/one.md": page("The first one", "See [all](/docs/category/all-tools)."),
  });
  await run();
  expect(bodyIn("articles/all-tools/one.mdx")).toBe("See [all](/topics/all-tools/).\n");
  expect(read("redirects.yaml")).toContain('"/docs/category/small-ones/": "/topics/all-tools/"');
  source({
    "sidebars.js": `module.exports = { docs: [{ type: "category", label: "Good things", link: { type: "generated-index", slug: "/good" }, items: ["tools/small/one"] }] };\n`,
  });
  // its page has an address by now, in the topic that the folder became
  await run({ force: true });
  expect(read("redirects.yaml")).toContain('"/docs/good/": "/topics/all-tools/"');
});
