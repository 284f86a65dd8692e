import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, run, read, errors, folder, hubDir } = openImport();

const FILES = {
  "docusaurus.config.js": `module.exports = { title: "Docs", url: "https://example.com", baseUrl: "/help/", presets: [["classic", { docs: { routeBasePath: "/docs" } }]] };`,
  "sidebars.js": `module.exports = {
  docs: [
    "intro",
    { type: "category", label: "Set up", link: { type: "doc", id: "setup/index" }, items: ["setup/keys"] },
    { type: "html", value: "<hr>" },
  ],
};`,
  "docs/intro.md": `---
id: intro
slug: /
title: Welcome
keywords: [start, "first steps"]
---

import useBaseUrl from "@docusaurus/useBaseUrl";
import Plans from "./_plans.mdx";

# Welcome

:::tip Before you begin
Have your [key](./setup/keys.md#make-one) at hand.
:::

:::danger
This cannot be undone.
:::

<details>
<summary>What is a key?</summary>

A long **word**.

</details>

<img alt="The key page" src={useBaseUrl("/img/keys.png")} width="200" />

<Plans />

<div onclick="alert(1)" style="color:red">Plain <kbd>Ctrl</kbd>+<kbd>K</kbd> &amp; more</div>
`,
  "docs/_plans.mdx": `Plans are **small** and *large*.`,
  "docs/setup/index.md": `# Set up

Everything that is needed to set it up, in the order in which it is done.

1. First
2. Second
`,
  "docs/setup/keys.md": `---
title: Keys
description: How a key is made, where it is kept, and what to do when it is lost.
sidebar_position: 2
---
## Make one {#make-one}

\`\`\`mdx-code-block
import Tabs from '@theme/Tabs';
\`\`\`

<Tabs
  values={[{ label: "Linux", value: "linux" }, { label: "Windows", value: "win" }]}>
<TabItem value="linux">

Run \`make-key\`. See [the start](/docs/) or [old](https://example.com/help/docs/setup) or [price](https://example.com/pricing).

</TabItem>
<TabItem value="win">Open *Keys*.</TabItem>
</Tabs>

\`\`\`js title="key.js" {2} showLineNumbers
const a = { b: 1 };
\`\`\`

\`\`\`title="no language"
<b>plain</b>
\`\`\`

<CodeBlock language="sh">{\`run me\`}</CodeBlock>
<video src="/gone.mp4" />
<video poster="/img/keys.png"><source src="/Making_keys.mp4" /><track src="/keys.vtt" kind="captions" /></video>
<audio src="/song.mp3" />
<iframe src="https://www.youtube.com/embed/abc" title="How it goes"></iframe>

export const Big = () => {
  return <b>no</b>;
};

<Big />
`,
  "static/img/keys.png": PNG,
  "static/Making_keys.mp4": "film",
  "static/keys.vtt": "WEBVTT",
};

test("Docusaurus: admonitions, tabs, details, partials and code keep their text; what runs is told with its line", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/general/intro.mdx"))).toBe(`<Callout kind="tip" title="Before you begin">
  Have your [key](/articles/set-up/keys/#make-one) at hand.
</Callout>

<Callout kind="warning">
  This cannot be undone.
</Callout>

## What is a key?

A long **word**.

![The key page](../../figures/keys.png)

Plans are **small** and _large_.

Plain <kbd>Ctrl</kbd>+<kbd>K</kbd> & more
`);
  expect(bodyOf(read("articles/set-up/keys.mdx"))).toBe(`## Make one

<Tabs>
  <Tab label="Linux">
    Run \`make-key\`. See [the start](/articles/general/intro/) or [old](/articles/set-up/setup/) or [price](https://example.com/pricing).
  </Tab>

  <Tab label="Windows">
    Open _Keys_.
  </Tab>
</Tabs>

\`\`\`js title="key.js" {2}
const a = { b: 1 };
\`\`\`

\`\`\`text title="no language"
<b>plain</b>
\`\`\`

\`\`\`sh
run me
\`\`\`

{/* Video: /gone.mp4 */}

<Video name="making-keys" title="Making keys" />

[How it goes](https://www.youtube.com/watch?v=abc)
`);
  expect(told).toEqual([
    "docs/setup/keys.md:36 export const Big = () => { return <b>no</b>; }; An export was left out: articles run no code.",
    "docs/intro.md:32 onclick= A handler was left out: articles run no code.",
    'docs/setup/keys.md:33 <audio> /song.mp3 A film or sound was left out. Make an MP4 or WebM of it, in videos/, for <Video name="…" title="…" />, or link to it.',
    "docs/setup/keys.md:34 <iframe> https://www.youtube.com/embed/abc What another site shows within a page became a link to it.",
    "docs/setup/keys.md:40 <Big> A component that the hub does not have. Nothing of it was kept: write what it showed.",
    "docs/intro.md:1 summary No summary was there: it was made of the first words. Say in a sentence what the page is for.",
    "docs/setup/index.md:1 summary No summary was there: it was made of the first words. Say in a sentence what the page is for.",
    "docs/setup/keys.md:1 Keys A title has 5 letters at least: it became “Keys (Set up)”. Say what the reader will find.",
    'docs/setup/keys.md:31 /gone.mp4 The film is not there: a comment marks its place. Put it into videos/, and <Video name="…" title="…" /> there.',
    "docs/setup/keys.md:32 /Making_keys.mp4 The film has no title: its file name stands in. Say what it shows.",
  ]);
  expect(await errors()).toEqual([]);
});

test("Docusaurus: categories are topics, addresses are those of its settings or of --site", async () => {
  source(FILES);
  await run();
  expect(read("articles/set-up/setup.mdx")).toContain('title: "Set up"\n');
  expect(read("redirects.yaml")).toBe(`"/help/docs/": "/articles/general/intro/"
"/help/docs/setup/": "/articles/set-up/setup/"
"/help/docs/setup/keys/": "/articles/set-up/keys/"
`);
  const { summary } = await run({ site: "https://docs.example.com/manual/", force: true });
  expect(read("redirects.yaml")).toContain('"/manual/setup/keys/": "/articles/set-up/keys/"\n');
  expect(summary).toContainEqual(expect.stringMatching(/^3 files renewed .* \(articles\//));
});

/** Plausible's docs, 132 pages. They are not part of this repository: EVAL_DATA names the folder that has `import/plausible`. */
const SAMPLE = path.resolve(process.env["EVAL_DATA"] ?? "../shared/data", "import/plausible");
const isThere = existsSync(SAMPLE);
if (!isThere) process.stdout.write(`No help centre in ${SAMPLE} (EVAL_DATA): its import was not tried.\n`);
const ROOT = path.resolve(import.meta.dirname, "../../../..");

test.each(isThere ? [SAMPLE] : [])(
  "a real help centre comes in whole, and the hub builds with it: %s",
  async (sample) => {
    const { told, notes, summary } = await run({ source: sample });
    expect(summary[0]).toBe("132 of 132 pages (docusaurus) in 11 topics");
    expect(globSync("articles/*/*.mdx", { cwd: hubDir() })).toHaveLength(132 + 1);
    expect(read("redirects.yaml").trim().split("\n")).toHaveLength(132);
    expect(await errors()).toEqual([]);

    const tags = notes.filter(({ construct }) => /^<[A-Z]/.test(construct));
    expect(tags.length).toBeGreaterThan(100);
    for (const { file, line, construct } of notes) {
      expect(existsSync(path.join(sample, file)), `${file}:${line} ${construct}`).toBe(true);
    }
    for (const { file, line, construct } of tags) {
      const lines = readFileSync(path.join(sample, file), "utf8").split("\n");
      expect(lines[line - 1], `${file}:${line}`).toContain(construct.replace(/[> ].*$/, ""));
    }
    expect(told).toContainEqual(
      expect.stringMatching(/^2fa\.md:19 img\/enter-verificaiton-code-2FA\.png The image is not/),
    );

    const env = { PATH: process.env["PATH"], CONTENT_DIR: hubDir(), BUILDS_DIR: path.join(folder.dir, "builds") };
    const built = spawnSync(process.execPath, [path.join(ROOT, "scripts/build.mjs")], { env, encoding: "utf8" });
    expect(built.stdout + built.stderr).toMatch(/^Building the hub … [\d.]+ s\n$/);
    expect(built.status).toBe(0);
  },
  600_000,
);
