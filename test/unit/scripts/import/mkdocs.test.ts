import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const FILES = {
  "mkdocs.yml": `site_name: Acme docs
site_url: https://docs.example.com/acme/
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
nav:
  - Home: index.md
  - Guides:
      - Start here: guides/start.md
      - More:
          - guides/formulas.md
      - Forum: https://forum.example.com/
`,
  "docs/index.md": `# Welcome to Acme

:material-rocket-launch: All that there is to know.

[Start here](guides/start.md){ .md-button .md-button--primary }
`,
  "docs/guides/start.md": `# How to start

!!! note

    A note **without** a title.

    \`\`\`py title="a.py" linenums="1" hl_lines="2"
    !!! not a note
    x = ":material-check:"
    \`\`\`

!!! danger inline end "Mind the *gap*"
    It is deep.

    === "Mac"

        Press ++cmd+k++.

    === "Linux"

        - one
        - two

??? question "Why is that?"

    Because.

???+ tip
    Open at first.

1. Do this:

    !!! warning "Careful"
        With that.

2. And that.

    === "One"

        First.

    === "Two"

        Second.

Text with \`:material-check:\` in code, ![a picture](a.png){ width="300" loading=lazy }
and [a link](formulas.md#a-sum){target=_blank}.
{ .annotate }

=== "Only"

    One tab.
!!! custom
    Right behind.
`,
  "docs/guides/formulas.md": `# All the formulas

## A sum { #a-sum }

$$
a + b
$$

--8<-- "shared.md"

*[CRM]: Customer relations

!!! outdated "Old"

    Words.
`,
  "docs/guides/a.png": PNG,
};

test("MkDocs: notes, folds, tabs, icons and attributes become what the hub has; what has none is told with its line", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/general/welcome-to-acme.mdx"))).toBe(
    "All that there is to know.\n\n[Start here](/articles/guides/start/)\n",
  );
  expect(bodyOf(read("articles/guides/start.mdx"))).toBe(`<Callout kind="note">
  A note **without** a title.

  \`\`\`py title="a.py"
  !!! not a note
  x = ":material-check:"
  \`\`\`
</Callout>

<Callout kind="warning" title="Mind the gap">
  It is deep.

  <Tabs>
    <Tab label="Mac">
      Press <kbd>Cmd</kbd>+<kbd>K</kbd>.
    </Tab>

    <Tab label="Linux">
      - one
      - two
    </Tab>
  </Tabs>
</Callout>

## Why is that?

Because.

## Tip

Open at first.

1. Do this:

   <Callout kind="warning" title="Careful">
     With that.
   </Callout>
2. And that.

   <Tabs>
     <Tab label="One">
       First.
     </Tab>

     <Tab label="Two">
       Second.
     </Tab>
   </Tabs>

Text with \`:material-check:\` in code, ![a picture](../../figures/a.png)
and [a link](/articles/guides/formulas/#a-sum).

<Tabs>
  <Tab label="Only">
    One tab.
  </Tab>
</Tabs>

<Callout kind="note">
  Right behind.
</Callout>
`);
  expect(bodyOf(read("articles/guides/formulas.mdx"))).toBe(`## A sum

\`\`\`latex
a + b
\`\`\`

<Callout kind="note" title="Old">
  Words.
</Callout>
`);
  const lineOf = (name: "start" | "formulas", words: string) =>
    `docs/guides/${name}.md:${
      FILES[`docs/guides/${name}.md`].split("\n").findIndex((line) => line.includes(words)) + 1
    } `;
  const plain = "A kind of note that the hub does not have: it became a plain one.";
  expect(told.filter((each) => !each.includes("summary")).toSorted()).toEqual(
    [
      `${lineOf("start", "{ .annotate }")}{ .annotate } A note to this place: it stands in the list below, by its number. See whether it reads well.`,
      `${lineOf("start", "custom")}!!! custom ${plain}`,
      `${lineOf("formulas", "$$")}$$ a + b $$ A formula, which the hub does not draw: it stands there as code. Write it in words.`,
      `${lineOf("formulas", "--8<--")}<Snippet file="shared.md"> The part that it puts in is not in the folder: put its text here.`,
      `${lineOf("formulas", "CRM")}*[CRM]: Customer relations An abbreviation was left out: write it into glossary.yaml.`,
      "mkdocs.yml:10 Guides › More Not a group of its own here: its pages (1) stand in “Guides”.",
      `${lineOf("formulas", "outdated")}!!! outdated "Old" ${plain}`,
    ].toSorted(),
  );
  expect(await errors()).toEqual([]);
});

test("MkDocs: groups of nav are topics in their order, old addresses lead on", async () => {
  source(FILES);
  const { files, summary } = await run();
  expect(files).toEqual([
    "articles/general/welcome-to-acme.mdx",
    "articles/guides/start.mdx",
    "articles/guides/formulas.mdx",
  ]);
  expect(summary[0]).toBe("3 of 3 pages (mkdocs) in 2 topics");
  expect(read("redirects.yaml")).toBe(`"/acme/": "/articles/general/welcome-to-acme/"
"/acme/guides/formulas/": "/articles/guides/formulas/"
"/acme/guides/start/": "/articles/guides/start/"
`);
});

test("MkDocs: without nav folders are topics, pages that are not in docs/ are found", async () => {
  source({
    "mkdocs.yml": "site_name: x\ndocs_dir: pages\n",
    "pages/use/a.md": "# How to use it\n\n!!! note\n    Words that say what it is.\n",
  });
  const { files, told } = await run();
  expect(files).toEqual(["articles/use/a.mdx"]);
  expect(bodyOf(read("articles/use/a.mdx"))).toContain('<Callout kind="note">');
  expect(told.filter((each) => !each.includes("summary"))).toEqual([]);
});
