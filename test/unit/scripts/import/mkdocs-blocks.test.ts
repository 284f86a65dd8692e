import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const page = (body: string) =>
  `---\ntitle: "All of it"\ndescription: "How it is done, step by step."\n---\n\n${body}\n`;
async function importPage(body: string) {
  source({ "mkdocs.yml": "site_name: X\n", "docs/a.md": page(body) });
  const { told } = await run();
  expect(await errors()).toEqual([]);
  return { body: bodyOf(read("articles/general/a.mdx")), told };
}

test("MkDocs: notes, folds and tabs between slashes are blocks, within each other too", async () => {
  const { body, told } = await importPage(`/// info

Already known.

///

/// tip | Try \`uv\`
Right behind.
///

/// admonition | By its type
    type: warning

Careful.
///

//// tab | pip

First.

/// details | What that means

* a part

\`\`\`rust
/// words
///
\`\`\`

///

////

//// tab | uv

Second.

////

/// caption
Below it.
///

/// note that nothing ends`);
  expect(body).toBe(`<Callout kind="note">
  Already known.
</Callout>

<Callout kind="tip" title="Try uv">
  Right behind.
</Callout>

<Callout kind="warning" title="By its type">
  Careful.
</Callout>

<Tabs>
  <Tab label="pip">
    First.

    ## What that means

    - a part

    \`\`\`rust
    /// words
    ///
    \`\`\`
  </Tab>

  <Tab label="uv">
    Second.
  </Tab>
</Tabs>

Below it.

/// note that nothing ends
`);
  expect(told).toEqual([]);
});

test("MkDocs: marks of notes in text and code are numbers of the list below, and told", async () => {
  const { body, told } = await importPage(`Words (1) with a note.
{ .annotate }

1.  The note.

\`\`\` yaml
a: 1 # (1)!
b: 2 # (2)!
c: last(1)!
\`\`\`

1.  To the code.
2.  Another.`);
  expect(body).toBe(`Words (1) with a note.

1. The note.

\`\`\`yaml
a: 1 # (1)
b: 2 # (2)
c: last(1)!
\`\`\`

1. To the code.
2. Another.
`);
  const note = "A note to this place: it stands in the list below, by its number. See whether it reads well.";
  expect(told).toEqual([
    `docs/a.md:7 { .annotate } ${note}`,
    `docs/a.md:12 a: 1 # (1)! ${note}`,
    `docs/a.md:13 b: 2 # (2)! ${note}`,
  ]);
});

test("MkDocs: names that plugins make links and text of keep their words and are told; languages and titles stay", async () => {
  const { body, told } =
    await importPage(`See [\`Model\`][pkg.main.Model], [\`Other\`][], [there][home] and \`x[0][1]\`.

[home]: https://example.com

::: pkg.main.Model
    options:
      members: true

{* ../../src/a.py hl[1] *}

\`\`\`{.python title="a.py" hl_lines="1"}
print(1)
\`\`\`

=== ":octicons-file-code-16: \`mkdocs.yml\`"

    Words :material-information-outline:{ title="Important" } here.`);
  expect(body).toBe(`See \`Model\`, \`Other\`, [there](https://example.com) and \`x[0][1]\`.

\`\`\`python title="a.py"
print(1)
\`\`\`

<Tabs>
  <Tab label="mkdocs.yml">
    Words Important here.
  </Tab>
</Tabs>
`);
  const link = "It leads to what a plugin makes of code: its words were kept without the link. Give it a target.";
  expect(told).toEqual([
    `docs/a.md:6 [\`Model\`][pkg.main.Model] ${link}`,
    `docs/a.md:6 [\`Other\`][] ${link}`,
    "docs/a.md:10 ::: pkg.main.Model What a plugin makes of code was left out: write it, or link to it.",
    "docs/a.md:14 {* ../../src/a.py hl[1] *} What a plugin puts in was left out: put it here.",
  ]);
});
