import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const FILES = {
  ".gitbook.yaml": "root: ./\n\nredirects:\n  old/plans: plans/README.md\n",
  "SUMMARY.md": `# Table of contents

* [What it is](README.md)

## Use it <a href="#use" id="use"></a>

* [Plans](plans/README.md)
  * [Plans](plans/plans.md)
* [Start \\[beta]](<use/start.md>)
* [Terms](https://example.com/terms)
`,
  "README.md": `---
description: What it is, and where to begin with it.
---

# What it is

{% content-ref url="use/start.md" %}
[start.md](use/start.md)
{% endcontent-ref %}

{% embed url="https://www.youtube.com/watch?v=abc" %}
The tour
{% endembed %}

{% page-ref page="plans/" %}
`,
  "plans/README.md": `# Plans

<table data-view="cards"><thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th><th data-hidden data-card-cover data-type="files"></th></tr></thead><tbody><tr><td><strong>Free</strong></td><td>For one person.</td><td><a href="../use/start.md">start.md</a></td><td><a href="../.gitbook/assets/a.png">a.png</a></td></tr><tr><td><strong>Team</strong></td><td><ul><li>Ten seats</li></ul></td><td></td><td></td></tr></tbody></table>

<table><thead><tr><th width="90">Key</th><th data-hidden>Old</th></tr></thead><tbody><tr><td>K</td><td>gone</td></tr></tbody></table>
`,
  "plans/plans.md": "# All plans\n\nEvery plan that there has been since the start.\n",
  "use/start.md": `# Start

{% include "../.gitbook/includes/paid.md" %}

Press <picture><source srcset="x.svg"><img src="../.gitbook/assets/a.png" alt="the menu"></picture> twice.

{% tabs %}
{% tab title="Mac" %}
{% hint style="danger" %}
Save **first**.
{% endhint %}
{% endtab %}

{% tab title="Linux" %}
Nothing to do, \`{% raw %}\` is code.
{% endtab %}
{% endtabs %}

{% stepper %}
{% step %}
### Open it

{% code title="a.js" overflow="wrap" %}
\`\`\`js
{% hint %}
\`\`\`
{% endcode %}
{% endstep %}
{% endstepper %}

## Then <a href="#next" id="next"></a>

See [above](./#next), [plans](../plans/) and [one](../plans/plans.md#all-plans).

<pre class="language-md"><code class="lang-md"><strong>## Not a heading
</strong>
{% x %} &#x3C;b>
</code></pre>

{% updates %}
{% update date="2025-12-25" %}
New.
{% endupdate %}
{% endupdates %}

{% if visitor.claims.pro %}
For some.
{% endif %}

{% file src="../.gitbook/assets/a.pdf" %}
`,
  ".gitbook/includes/paid.md": '{% hint style="info" %}\nOnly in paid plans.\n{% endhint %}\n',
  ".gitbook/assets/a.png": PNG,
};

test("GitBook: hints, tabs, steppers, cards, references and code become blocks; what has none is told with its line", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/general/what-it-is.mdx"))).toBe(`[Start](/articles/use-it/start/)

[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)

The tour

[Plans](/articles/use-it/plans/)
`);
  expect(bodyOf(read("articles/use-it/plans.mdx"))).toBe(`- [Free](/articles/use-it/start/): For one person.
- **Team**
  - Ten seats

| Key |
| - |
| K |
`);
  expect(bodyOf(read("articles/use-it/start.mdx"))).toBe(`<Callout kind="note">
  Only in paid plans.
</Callout>

Press ![the menu](../../figures/a.png) twice.

<Tabs>
  <Tab label="Mac">
    <Callout kind="warning">
      Save **first**.
    </Callout>
  </Tab>

  <Tab label="Linux">
    Nothing to do, \`{% raw %}\` is code.
  </Tab>
</Tabs>

## Steps

<Steps>
  <Step title="Open it" id="open-it">
    \`\`\`js title="a.js"
    {% hint %}
    \`\`\`
  </Step>
</Steps>

## Then

See [above](#then), [plans](/articles/use-it/plans/) and [one](/articles/use-it/plans-plans/).

\`\`\`md
## Not a heading

{% x %} <b>
\`\`\`

## 2025-12-25

New.

For some.

a.pdf
`);
  const lineOf = (words: string) => FILES["use/start.md"].split("\n").findIndex((line) => line.includes(words)) + 1;
  expect(told.filter((each) => !each.includes("summary")).toSorted()).toEqual(
    [
      "plans/plans.md:1 plans Another article of the topic has this name: it became “plans-plans”.",
      `use/start.md:${lineOf("{% if")} {% if visitor.claims.pro %} A block that the hub does not have was left out, the words within it were kept.`,
      `use/start.md:${lineOf("{% file")} ../.gitbook/assets/a.pdf It leads to nothing that was imported: its words were kept without the link. Give it a target.`,
      "README.md:1 / The hub has a page of its own at this old address: it cannot lead to the article.",
    ].toSorted(),
  );
  expect(await errors()).toEqual([]);
});

test("GitBook: groups of SUMMARY.md are topics in their order, old addresses lead on", async () => {
  source(FILES);
  const { files, summary } = await run();
  expect(files).toEqual([
    "articles/general/what-it-is.mdx",
    "articles/use-it/plans.mdx",
    "articles/use-it/plans-plans.mdx",
    "articles/use-it/start.mdx",
  ]);
  expect(summary[0]).toBe("4 of 4 pages (gitbook) in 2 topics");
  expect(read("redirects.yaml")).toBe(`"/old/plans/": "/articles/use-it/plans/"
"/plans/": "/articles/use-it/plans/"
"/plans/plans/": "/articles/use-it/plans-plans/"
"/use/start/": "/articles/use-it/start/"
`);
});

test("GitBook: without headings in SUMMARY.md the pages that have others below them are topics", async () => {
  const page = (title: string) => `# ${title}\n\nA few words that say what it is.\n`;
  source({
    "SUMMARY.md":
      "* [Home](README.md)\n* [Use](use/README.md)\n  * [Deep](deep.md)\n    * [Deeper](deeper.md)\n* [End](end.md)\n",
    "README.md": page("Welcome home"),
    "use/README.md": page("How to use it"),
    "deep.md": page("How to go deep"),
    "deeper.md": page("How to go deeper"),
    "end.md": page("How it ends"),
  });
  const { files } = await run();
  expect(files.map((name) => name.split("/")[1])).toEqual(["general", "general", "use", "use", "use"]);
});

test("GitBook: pages in the folder that .gitbook.yaml names, with their own parts", async () => {
  source({
    ".gitbook.yaml": "root: ./docs/\n",
    "README.md": "# The repository\n\nWhat the repository is for.\n",
    "docs/SUMMARY.md": "## Guides\n\n* [Start](start/README.md)\n",
    "docs/start/README.md": '# How to start\n\n{% include "../.gitbook/includes/paid.md" %}\n',
    "docs/.gitbook/includes/paid.md": "{% hint %}\nOnly in paid plans of {ours}.\n{% endhint %}\n",
  });
  const { files, told } = await run();
  expect(files).toEqual(["articles/guides/start.mdx"]);
  expect(bodyOf(read("articles/guides/start.mdx"))).toContain("Only in paid plans of \\{ours}.");
  expect(told.filter((each) => !each.includes("summary"))).toEqual([]);
  expect(read("redirects.yaml")).toBe('"/start/": "/articles/guides/start/"\n');
});
