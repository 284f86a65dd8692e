import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const FILES = {
  "a.md": `---
title: Tricky Markdown
description: What writers write when nobody looks, in one page.
---
Setext heading
===

Another
---

- [x] done
- [ ] open
  1. nested

     \`\`\`html
     <div onclick="x()">{a}</div>
     \`\`\`

Text with footnote[^1] and [ref][r] and ![pic][p] and <https://auto.example/a?b=1&c=2> and www.x.example.

    indented <code> {here}

| a \\| b | \`x | y\` |
|---|:-:|
| one<br>two | {three} |

Line one  
line two\\
line three

<!-- a comment -->

Term 1 < 2 && 3 > 2, a_b_c, 5 * 3 * 2, $x$ and {{ handlebars }}.

<center><b>Bold: </b>text</center>

<details><summary>More</summary>

* one
* two

</details>

1. a

   <img src="https://other.example/x.png" alt="far">
2. b

***

**Note:** \`{{var}}\` and <kbd>A</kbd> :smile:

Call \`f<T>()\` or Array<String> or <your-name>.

[^1]: The note.

[r]: ./b.md "title"
[p]: nope.png
`,
  "b.md":
    "---\ntitle: The other page\n---\n\n# H1 in text\n\n### Skipped\n\n##### Deep\n\n## Back\n\nSee [a](a.md#another) [b](#skipped) [c](a#nowhere).\n",
};

test("Markdown that is no MDX: signs stay signs, code stays code, references lead where they did", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`## Another

- [x] done
- [ ] open
  1. nested

     \`\`\`html
     <div onclick="x()">{a}</div>
     \`\`\`

Text with footnote[^1] and [ref](/articles/general/b/) and {/* Image: nope.png (pic) */} and [https://auto.example/a?b=1\\&c=2](https://auto.example/a?b=1\\&c=2) and [www.x.example](http://www.x.example).

\`\`\`
indented <code> {here}
\`\`\`

\\| a | b | \`x | y\` |
\\|---|:-:|
\\| one\\
two | \\{three} |

Line one\\
line two\\
line three

Term 1 \\< 2 && 3 > 2, a_b_c, 5 \\* 3 \\* 2, \`x\` and \\{\\{ handlebars }}.

**Bold:** text

### More

- one
- two

1. a

   [far](https://other.example/x.png)
2. b

---

**Note:** \`{{var}}\` and <kbd>A</kbd> :smile:

Call \`f<T>()\` or Array\\<String> or \\<your-name>.

[^1]: The note.
`);
  expect(bodyOf(read("articles/general/b.mdx"))).toBe(`## Skipped

### Deep

## Back

See [a](/articles/general/a/#another) [b](#skipped) [c](/articles/general/a/).
`);
  expect(told).toEqual([
    "a.md:33 $x$ A formula, which the hub does not draw: it stands there as code. Write it in words.",
    "a.md:5 Setext heading The page's heading was left out: the title that its first lines name stands.",
    "b.md:5 H1 in text The page's heading was left out: the title that its first lines name stands.",
    "b.md:1 summary No summary was there: it was made of the first words. Say in a sentence what the page is for.",
    "b.md:13 a#nowhere The section that it names is not there: the link leads to the page. See which one is meant.",
    "a.md:19 nope.png The image is not there. A comment marks its place: put the file into figures/, and ![what it shows](../../figures/…) there.",
    "a.md:46 https://other.example/x.png An image of another site became a link to it. Save it, and put it in: ![what it shows](../../figures/…).",
  ]);
  expect(await errors()).toEqual([]);
});

test("first lines that are no YAML are told, and what can be guessed of them is kept", async () => {
  source({ "a.md": "---\ntitle: How: to start\n  bad\n---\n\nA few words that say what it is.\n" });
  const { told } = await run();
  expect(read("articles/general/a.mdx")).toContain('title: "How: to start"');
  expect(told[0]).toMatch(/^a\.md:2 .* The first lines are no YAML: title and order were guessed\.$/);
});

test("what is not UTF-8 is read, and told", async () => {
  source({ "a.md": Buffer.from("---\ntitle: Caf\xe9 au lait\n---\n\nUn peu de texte, d\xe9j\xe0.\n", "latin1") });
  const { told } = await run();
  expect(read("articles/general/a.mdx")).toContain('title: "Café au lait"');
  expect(told[0]).toBe("a.md:1 encoding Not UTF-8: read as windows-1252. See whether accents and signs are right.");
});

test("tabs keep their labels in every script; only those of one label are numbered", async () => {
  const tab = (label: string) => `<TabItem label="${label}">\n\nText.\n\n</TabItem>`;
  const labels = ["日本語", "中文", "C", "C++", "→", "c"];
  const steps = '<Steps>\n<Step title="Откройте окно">\n\nТак.\n\n</Step>\n</Steps>';
  source({
    "a.mdx": `---\ntitle: Labels of tabs\n---\n\nText.\n\n<Tabs>\n${labels.map(tab).join("\n")}\n</Tabs>\n\n## Go\n\n${steps}\n`,
  });
  await run();
  const text = read("articles/general/a.mdx");
  const imported = [...text.matchAll(/<Tab label="([^"]*)"/g)].map(([, label]) => label);
  expect(imported).toEqual(["日本語", "中文", "C", "C++", "→", "c (2)"]);
  expect(text).toContain('<Step title="Откройте окно" id="откройте-окно">');
});
