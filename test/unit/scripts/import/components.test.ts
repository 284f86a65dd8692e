import { expect, test } from "vitest";
import { bodyOf, openImport, page, PNG } from "#test/support/import-content.ts";

/** What components say in their attributes, and what those that nobody knows leave behind. */
const { source, run, read, errors } = openImport();

async function importPage(body: string, files: Record<string, string | Uint8Array> = {}) {
  source({ "docs.json": "{}", ...files, "a.mdx": page("One of them", body) });
  const { told } = await run();
  expect(await errors()).toEqual([]);
  return { told, body: bodyOf(read("articles/general/a.mdx")) };
}

test("attributes of components are Markdown, and none is lost", async () => {
  const { told, body } =
    await importPage(`<Frame hint="Book **first**." caption="See [the park](https://park.example.com/a)">
  ![A lake](/lake.png)
</Frame>

An <Tooltip tip="A set of rules" cta="All rules" href="https://rules.example.com/">API</Tooltip> here.

<Accordion title="Use \`npm\`" description="For those who *build*">
  Words.
</Accordion>

<Card title="The **first**" href="https://one.example.com/" description="It \`runs\`" />

<Steps>
  <Step title="Run \`npm i\`">Go.</Step>
</Steps>`);
  expect(body).toBe(`Book **first**.

{/* Image: /lake.png (A lake) */}

_See [the park](https://park.example.com/a)_

An API (A set of rules [All rules](https://rules.example.com/)) here.

## Use \`npm\`

For those who _build_

Words.

- [The **first**](https://one.example.com/): It \`runs\`

<Steps>
  <Step title="Run npm i" id="run-npm-i">
    Go.
  </Step>
</Steps>
`);
  expect(told.map((each) => each.split(" ")[0])).toEqual(["a.mdx:7"]);
});

test("a component that nobody knows leaves its picture, its title and its link", async () => {
  const { told, body } = await importPage(
    `<Screenshot url="https://cdn.example.com/one.png" />

<Zoom src="/shots/two.png" alt="The second" />

<Image src="/shots/two.png" alt="The second again" width="300" />

<Feature header="Undo it" href="https://undo.example.com/">
  Goes back.
</Feature>

<Color variant="compact">
  <Color.Item name="blue" value="#3B82F6" />
  <Color.Item name="red" value="#F00" />
</Color>`,
    { "shots/two.png": PNG },
  );
  expect(body).toBe(`[Image](https://cdn.example.com/one.png)

![The second](../../figures/two.png)

![The second again](../../figures/two.png)

[Undo it](https://undo.example.com/)

Goes back.

- \`blue\`: #3B82F6
- \`red\`: #F00
`);
  expect(told).toEqual([
    "a.mdx:6 <Screenshot> A component that the hub does not have. What it says was kept.",
    "a.mdx:8 <Zoom> A component that the hub does not have. What it says was kept.",
    "a.mdx:12 <Feature> A component that the hub does not have. What it says was kept.",
    "a.mdx:6 https://cdn.example.com/one.png An image of another site became a link to it. Save it, and put it in: ![what it shows](../../figures/…).",
  ]);
});

test("what follows a fold is no part of it, and headings within it are", async () => {
  const { body } = await importPage(`## Install

<Accordion title="On a server">
  ## First

  <Accordion title="Why">Because.</Accordion>
  <Accordion title="How">So.</Accordion>
</Accordion>

### Then

<Update label="May" description="v2">
  ## New

  It is.
</Update>

## Last`);
  expect(body.match(/^#+ .*/gm)).toEqual([
    "## Install",
    "### On a server",
    "#### First",
    "##### Why",
    "##### How",
    "### Then",
    "## May: v2",
    "### New",
    "## Last",
  ]);
});

test("titles of code in a group are whatever its writer called them", async () => {
  const { body } = await importPage(`<CodeGroup>
\`\`\`json Editor (.editor/tools.json)
{}
\`\`\`

\`\`\`bash Réglages & co: un, deux
a
\`\`\`
</CodeGroup>`);
  expect(body.match(/label="[^"]*"/g)).toEqual([
    'label="Editor (.editor/tools.json)"',
    'label="Réglages & co: un, deux"',
  ]);
});

test("redirects of many addresses at once are told", async () => {
  source({
    "docs.json": JSON.stringify({
      redirects: [
        { source: "/old/:slug*", destination: "/new/:slug*" },
        { source: "/was", destination: "/a" },
      ],
    }),
    "a.mdx": page("One of them", "Words."),
  });
  const { told } = await run();
  expect(told).toEqual([
    "docs.json:1 /old/:slug* → /new/:slug* A redirect of many addresses was left out: write those that count into redirects.yaml.",
  ]);
  expect(read("redirects.yaml")).toContain('"/was/": "/articles/general/a/"');
});
