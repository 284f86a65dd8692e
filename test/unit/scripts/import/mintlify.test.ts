import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const FILES = {
  "docs.json": JSON.stringify(
    {
      name: "Acme",
      navigation: {
        tabs: [
          {
            tab: "Guides",
            groups: [
              { group: "Get started", pages: ["introduction", "quickstart"] },
              { group: "Do more", pages: ["more/webhooks", { group: "Deep", pages: ["more/deep"] }] },
            ],
          },
        ],
      },
      redirects: [
        { source: "/start", destination: "/quickstart" },
        { source: "/old/:slug*", destination: "/more/:slug*" },
      ],
    },
    null,
    2,
  ),
  "introduction.mdx": `---
title: "Introduction"
description: "What Acme does and where to begin with it."
icon: "book"
---
<Note>Acme is in beta.</Note>
<Warning>
  Never share your key.
</Warning>
<CardGroup cols={2}>
  <Card title="Quickstart" icon="rocket" href="/quickstart">Up in five minutes.</Card>
  <Card title="Webhooks" href="/more/webhooks">
    Hear of events.
  </Card>
</CardGroup>
<Frame caption="The window">
  <img src="/images/window.png" alt="Window" />
</Frame>
<AccordionGroup>
  <Accordion title="Is it free?">Yes, for **one** seat.</Accordion>
</AccordionGroup>
<Snippet file="shared.mdx" />
Its <Tooltip tip="A key for programs">token</Tooltip> is long.
`,
  "quickstart.mdx": `---
title: "Quickstart"
sidebarTitle: "Start"
description: "From nothing to the first request that succeeds."
---
<Steps>
  <Step title="Install">
    <CodeGroup>
    \`\`\`bash npm
    npm i acme
    \`\`\`
    \`\`\`bash yarn
    yarn add acme
    \`\`\`
    </CodeGroup>
  </Step>
  <Step title="Send a request">
    <Tip>Use the test key.</Tip>
    <Tabs><Tab title="curl">curl it</Tab><Tab title="JS">fetch it</Tab></Tabs>
  </Step>
</Steps>
<ParamField query="limit" type="integer" required>How many.</ParamField>
<ResponseExample>
\`\`\`json
{ "ok": true }
\`\`\`
</ResponseExample>
`,
  "more/webhooks.mdx": `---
title: Webhooks
description: "What is sent when something happens, and how to check it."
---
See [the start](/quickstart#install) and [deep](deep).
`,
  "more/deep.mdx": `---
title: Deep
openapi: "GET /deep"
---
Deep things that are told to those who ask for them.
`,
  "snippets/shared.mdx": "Shared words.",
  "images/window.png": PNG,
};

test("Mintlify: notes, cards, accordions, steps and groups of code become blocks; snippets stand where they are used", async () => {
  source(FILES);
  const { told } = await run();
  expect(bodyOf(read("articles/get-started/introduction.mdx"))).toBe(`<Callout kind="note">
  Acme is in beta.
</Callout>

<Callout kind="warning">
  Never share your key.
</Callout>

- [Quickstart](/articles/get-started/quickstart/): Up in five minutes.
- [Webhooks](/articles/do-more/webhooks/): Hear of events.

![Window](../../figures/window.png)

_The window_

## Is it free?

Yes, for **one** seat.

Shared words.

Its token (A key for programs) is long.
`);
  expect(bodyOf(read("articles/get-started/quickstart.mdx"))).toBe(`## Steps

<Steps>
  <Step title="Install" id="install">
    <Tabs>
      <Tab label="npm">
        \`\`\`bash
        npm i acme
        \`\`\`
      </Tab>

      <Tab label="yarn">
        \`\`\`bash
        yarn add acme
        \`\`\`
      </Tab>
    </Tabs>
  </Step>

  <Step title="Send a request" id="send-a-request">
    <Callout kind="tip">
      Use the test key.
    </Callout>

    <Tabs>
      <Tab label="curl">
        curl it
      </Tab>

      <Tab label="JS">
        fetch it
      </Tab>
    </Tabs>
  </Step>
</Steps>

\`limit\` (integer, required)

How many.

\`\`\`json
{ "ok": true }
\`\`\`
`);
  expect(bodyOf(read("articles/do-more/webhooks.mdx")))
    .toBe(`See [the start](/articles/get-started/quickstart/#install) and [deep](/articles/do-more/deep/).
`);
  expect(told).toEqual([
    "docs.json:1 /old/:slug* → /more/:slug* A redirect of many addresses was left out: write those that count into redirects.yaml.",
    "more/deep.mdx:1 GET /deep What is made of an API's description is not here: write it, or link to where it is.",
    "docs.json:6 Guides All that there is stands in it: what is within became the topics.",
    "docs.json:20 Do more › Deep Not a group of its own here: its pages (1) stand in “Do more”.",
    "more/deep.mdx:1 Deep A title has 5 letters at least: it became “Deep (Do more)”. Say what the reader will find.",
    "more/deep.mdx:1 summary No summary was there: it was made of the first words. Say in a sentence what the page is for.",
  ]);
  expect(await errors()).toEqual([]);
});

test("Mintlify: groups of docs.json are topics, and its redirects go on, in one step", async () => {
  source(FILES);
  await run();
  expect(read("hub.yaml")).toContain(
    "  - id: get-started\n    title: Get started\n    summary: Introduction, Start.\n",
  );
  expect(read("redirects.yaml")).toBe(`"/introduction/": "/articles/get-started/introduction/"
"/more/deep/": "/articles/do-more/deep/"
"/more/webhooks/": "/articles/do-more/webhooks/"
"/quickstart/": "/articles/get-started/quickstart/"
"/start/": "/articles/get-started/quickstart/"
`);
});

test("a page that is too large is told, and none without a text, where names are filled in too", async () => {
  source({
    "docs.json": JSON.stringify({ variables: { a: "b" }, navigation: { pages: ["small", "large"] } }),
    "small.mdx": "---\ntitle: Small\n---\n\nWith a few words.\n",
    "large.mdx": "word ".repeat(250_000),
  });
  const { files, told } = await run();
  expect(files).toEqual(["articles/general/small.mdx"]);
  expect(told).toContain("large.mdx:1 2 MB Too large for one article: not imported. Split it.");
});
