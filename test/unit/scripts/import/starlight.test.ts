import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, write, run, read, has, errors } = openImport();

const FILES = {
  "astro.config.mjs": `import starlight from "@astrojs/starlight";
export default defineConfig({
  site: "https://docs.example.com",
  integrations: [starlight({
    title: "Docs", // ours
    sidebar: [
      { label: "Begin", items: ["guides/install", { label: "Where it stands", slug: "guides/where" }] },
      { label: "Reference", autogenerate: { directory: "reference" } },
    ],
  })],
});`,
  "src/content/docs/guides/install.mdx": `---
title: Install the agent
description: What is needed to install the agent, and how to see that it runs.
sidebar:
  label: Install
lastUpdated: 2025-03-04
---
import { Aside, Tabs, TabItem, Steps, Card, CardGroup, LinkCard, FileTree, Badge, Icon } from "@astrojs/starlight/components";
import Chart from "../../components/Chart.astro";

Read [what stands where](/guides/where/#the-files) before, or the [options](../reference/options.md). <Badge text="New" />

:::caution[Not on a shared host]
It needs **root**.
:::

<Aside type="tip" title="Faster">
  Use the \`--quick\` flag.
</Aside>

## Steps

<Steps>

1. Download the package

   \`\`\`sh title="Terminal"
   curl -O https://example.com/agent.tgz
   \`\`\`

2. **Unpack it**: the folder is \`agent/\`.

3. Start it

   ![The agent's window](../../../assets/window.png)

</Steps>

<Tabs syncKey="pkg">
  <TabItem label="npm">npm i agent</TabItem>
  <TabItem label="pnpm">

\`\`\`sh
pnpm add agent
\`\`\`

  </TabItem>
</Tabs>

<CardGroup>
  <Card title="Ask us" icon="star">Somebody answers.</Card>
  <LinkCard title="Options" href="/reference/options/" description="All of them." />
</CardGroup>

<Chart data={[1, 2]} />

| a | b |
| --- | --- |
| 1 | {1 + 1} |
`,
  "src/content/docs/guides/where.md": `---
title: Where the files are
description: Which folders the agent writes to, and which it leaves alone.
---

## The files

They are in {home} and <folder>.

### [Deep](https://other.example/x) heading {#deep}

[Gone](/guides/gone/) and [section](../install/#steps) and [mail](mailto:a@example.com).
`,
  "src/content/docs/reference/options.md": `---
title: Options
description: Every option of the agent, with what it does when it is left out.
draft: true
---
Nothing yet.
`,
  "src/assets/window.png": PNG,
};

test("Starlight: its blocks become the hub's, links and pictures follow, what has no block is told with its line", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/begin/install.mdx")))
    .toBe(`Read [what stands where](/articles/begin/where/#the-files) before, or the options. **New**

<Callout kind="warning" title="Not on a shared host">
  It needs **root**.
</Callout>

<Callout kind="tip" title="Faster">
  Use the \`--quick\` flag.
</Callout>

## Steps

<Steps>
  <Step title="Download the package" id="download-the-package">
    \`\`\`sh title="Terminal"
    curl -O https://example.com/agent.tgz
    \`\`\`
  </Step>

  <Step title="Unpack it" id="unpack-it">
    The folder is \`agent/\`.
  </Step>

  <Step title="Start it" id="start-it">
    ![The agent's window](../../figures/window.png)
  </Step>
</Steps>

<Tabs>
  <Tab label="npm">
    npm i agent
  </Tab>

  <Tab label="pnpm">
    \`\`\`sh
    pnpm add agent
    \`\`\`
  </Tab>
</Tabs>

- **Ask us**: Somebody answers.
- Options: All of them.

| a | b |
| - | - |
| 1 | |
`);
  expect(bodyOf(read("articles/begin/where.mdx"))).toBe(`## The files

They are in \\{home} and \\<folder>.

### [Deep](https://other.example/x) heading

[Gone](https://docs.example.com/guides/gone/) and [section](/articles/begin/install/#steps) and [mail](mailto:a@example.com).
`);
  expect(told).toEqual([
    'src/content/docs/guides/install.mdx:9 import Chart from "../../components/Chart.astro"; An import was left out: articles use the hub\'s blocks only.',
    "src/content/docs/reference/options.md:1 draft Imported as a draft: no reader sees it. Take `draft: true` away when it is ready.",
    "src/content/docs/guides/install.mdx:55 <Chart> A component that the hub does not have. Nothing of it was kept: write what it showed.",
    "src/content/docs/guides/install.mdx:59 {1 + 1} An expression was left out: articles run no code. Write what it would show.",
    "src/content/docs/guides/install.mdx:11 ../reference/options.md It leads to a draft, which nobody can read yet: its words were kept without the link.",
    "src/content/docs/guides/install.mdx:52 /reference/options/ It leads to a draft, which nobody can read yet: its words were kept without the link.",
    "src/content/docs/guides/where.md:12 /guides/gone/ It is no page that was imported: the link leads to the old site. Give it a new target before that goes.",
  ]);
  expect(has("figures/window.png")).toBe(true);
  expect(await errors()).toEqual([]);
});

test("Starlight: the sidebar's groups are topics in their order, and old addresses lead to what can be read", async () => {
  source(FILES);
  await run();
  expect(read("hub.yaml")).toContain(`  - id: begin
    title: Begin
    summary: Install, Where it stands.
  - id: reference
    title: Reference
    summary: Reference.
`);
  expect(read("articles/begin/install.mdx")).toContain(`---
title: "Install the agent"
short: "Install"
summary: "What is needed to install the agent, and how to see that it runs."
kind: guide
order: 10
updated: 2025-03-04
sources:
  - "Imported from /guides/install/"
---
`);
  expect(read("redirects.yaml")).toBe(
    `"/guides/install/": "/articles/begin/install/"\n"/guides/where/": "/articles/begin/where/"\n`,
  );
  expect(read("articles/reference/options.mdx")).toContain("\ndraft: true\n");
});

test("Starlight: a language of the hub stands beside its article, with its anchors; another is told", async () => {
  source({
    "astro.config.mjs": `export default { integrations: [starlight({ locales: { root: { label: "English" }, de: {}, fr: {} } })] };`,
    "src/content/docs/start.md":
      "---\ntitle: Start here\ndescription: How to begin with it today.\n---\n\n## First step\n\nDo it.\n",
    "src/content/docs/de/start.md":
      "---\ntitle: Hier beginnen\ndescription: Wie man heute damit beginnt.\n---\n\n[Unten](#erster-schritt), [hier](/de/start/).\n\n## Erster Schritt\n\nTu es.\n",
    "src/content/docs/fr/start.md": "---\ntitle: Commencer\n---\n",
  });
  const hub = read("hub.yaml").replace(/^languages:.*$/m, "languages: [en, de]");
  write("hub/hub.yaml", hub);
  const { told } = await run();
  expect(bodyOf(read("articles/general/start.de.mdx"))).toBe(
    "[Unten](#first-step), [hier](/articles/general/start/).\n\n## Erster Schritt\n\nTu es.\n",
  );
  expect(read("redirects.yaml")).toContain(`"/de/start/": "/de/articles/general/start/"`);
  expect(told).toEqual([
    "src/content/docs/fr/start.md:1 fr Not imported: hub.yaml has no such language. Write it there, then import again.",
  ]);
  expect(await errors()).toEqual([]);
});
