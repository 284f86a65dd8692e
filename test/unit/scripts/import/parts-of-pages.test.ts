import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const page = (body: string) =>
  `---\ntitle: "All of it"\ndescription: "How it is done, step by step."\n---\n\n${body}\n`;
const MISSING = "The part that it puts in is not in the folder: put its text here.";

test("Starlight: <Render> puts in what lies among the partials, with what the page gives it; else it is told", async () => {
  source({
    "astro.config.ts": "export default {};\n",
    "src/content/docs/shield/start.mdx": page(`import { Render } from "~/components";

<Render file="create" />

<Render file="mode" product="bots" params={{ name: "Super Bot" }} />

<Render file="gone" />`),
    "src/content/partials/shield/create.mdx": "---\n{}\n---\n\nSelect **Create** for $x_{1}$.\n",
    "src/content/partials/bots/mode.mdx": "---\nparams:\n  - name\n---\n\nTurn on **{props.name}**.\n",
  });
  const { told, files } = await run();
  expect(files.filter((each) => each.endsWith(".mdx"))).toEqual(["articles/shield/start.mdx"]);
  expect(bodyOf(read("articles/shield/start.mdx"))).toBe("Select **Create** for `x_{1}`.\n\nTurn on **Super Bot**.\n");
  expect(told.filter((each) => each.includes("<Render"))).toEqual([
    `src/content/docs/shield/start.mdx:12 <Render file="gone"> ${MISSING}`,
  ]);
  expect(await errors()).toEqual([]);
});

test("Docusaurus and Mintlify: a part that is imported and not there is told as one, code that is imported is put in", async () => {
  source({
    "docusaurus.config.js": "module.exports = {};\n",
    "docs/a.mdx": page(`import Gone from "./_gone.mdx";
import Source from "!!raw-loader!./a.js";
import away from "./away.js?raw";

<Gone />

<CodeBlock language="js" title="a.js">{Source}</CodeBlock>

<CodeBlock language="js">{away}</CodeBlock>`),
    "docs/a.js": 'const a = "`";\n',
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe('```js title="a.js"\nconst a = "`";\n```\n');
  expect(told).toContain(`docs/a.mdx:10 <Gone> ${MISSING}`);
  expect(told.filter((each) => each.includes("Source") || each.includes("raw-loader"))).toEqual([]);
});

test("MkDocs: snippets stand where they were put in, in code too; one that is not there is told", async () => {
  source({
    "mkdocs.yml": "site_name: X\n",
    "includes/shared.md": "!!! tip\n\n    Shared words {x}.\n",
    "docs/a.md": page(`--8<-- "includes/shared.md"

\`\`\`python
--8<-- "docs/a.py"
--8<-- "gone.py"
\`\`\`

--8<-- "gone.md"`),
    "docs/a.py": "print(1)\n",
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`<Callout kind="tip">
  Shared words \\{x}.
</Callout>

\`\`\`python
print(1)
--8<-- "gone.py"
\`\`\`
`);
  expect(told).toEqual([`docs/a.md:8 --8<-- "gone.py" ${MISSING}`, `docs/a.md:13 <Snippet file="gone.md"> ${MISSING}`]);
});
