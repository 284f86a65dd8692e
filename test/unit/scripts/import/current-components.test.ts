import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

/** What components of today's Mintlify, Docusaurus and Starlight say in ways of their own. */
const { source, run, read, errors } = openImport();

const page = (body: string) =>
  `---\ntitle: "All of it"\ndescription: "How it is done, step by step."\n---\n\n${body}\n`;

test("Mintlify: views are tabs, prompts are text to copy, and what attributes say stays", async () => {
  source({
    "docs.json": "{}",
    "a.mdx": page(`<View title="JavaScript" icon="js">
  For JavaScript.
</View>

<View title="Python" icon="python">
  For Python.
</View>

<Prompt description="Copy **it**." actions={["copy"]}>
# Expert

Use \`@apply\` and {x}, say "\\n".
- not \${y}
</Prompt>

<Terminal title="Setup">
$ npm install
$ npm start
</Terminal>

<ResponseField name="actions" type="array" default={["copy", "open"]} post={["beta"]}>
  What it can do.
</ResponseField>

<Color variant="table">
  <Color.Row title="First">
    <Color.Item name="one" value={{ light: "#fff", dark: "#000" }} />
  </Color.Row>
</Color>

<CodeBlock filename="x.js" language="js">{\`a\`}</CodeBlock>

<GitHub.Repo repo="acme/docs" />

<Tooltip headline="CRM" tip="Where customers are">a CRM</Tooltip> with <Latex>a_1 * b</Latex>.

<Badge>Zero</Badge>

<Badge>One</Badge>
<Badge>Two</Badge>`),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`<Tabs>
  <Tab label="JavaScript">
    For JavaScript.
  </Tab>

  <Tab label="Python">
    For Python.
  </Tab>
</Tabs>

Copy **it**.

\`\`\`
# Expert

Use \`@apply\` and {x}, say "\\n".
- not \${y}
\`\`\`

\`\`\`text title="Setup"
$ npm install
$ npm start
\`\`\`

\`actions\` (array, default: copy, open, beta)

What it can do.

- First
  - \`one\`: light: #fff, dark: #000

\`\`\`js title="x.js"
a
\`\`\`

[acme/docs](https://github.com/acme/docs)

a CRM (CRM: Where customers are) with \`a_1 * b\`.

**Zero**

**One**
**Two**
`);
  expect(told.map((each) => each.replace(/ .*/, ""))).toEqual(["a.mdx:40"]);
  expect(await errors()).toEqual([]);
});

test("Docusaurus and Starlight: headings, titles of folds and pictures by attribute stay; lists that are made are told", async () => {
  source({
    "docusaurus.config.js": "module.exports = {};\n",
    "docs/a.mdx": page(`import Heading from "@theme/Heading";

<Heading as="h3" id="own">A heading</Heading>

<Details summary={<summary>More of <b>it</b></summary>}>

Inside.

</Details>

<DocCardList />

<TOCInline toc={toc} />

<LinkButton href="https://example.com/a">A</LinkButton>
<LinkButton href="https://example.com/b">B</LinkButton>

<Card title="One" img="https://example.com/one.png">Words.</Card>`),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`## A heading

### More of it

Inside.

[A](https://example.com/a)
[B](https://example.com/b)

- **One**: Words.

  [One](https://example.com/one.png)
`);
  expect(told.filter((each) => /DocCardList|TOCInline/.test(each))).toEqual([
    "docs/a.mdx:16 <DocCardList> A list of pages that is made by itself was left out: the hub's topics list theirs. Link to one if readers need it.",
  ]);
});
