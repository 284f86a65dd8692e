import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

const { source, run, read, errors } = openImport();

const FORMULA = "A formula, which the hub does not draw: it stands there as code. Write it in words.";
const page = (body: string) =>
  `---\ntitle: "Sums and more"\ndescription: "How it is worked out, step by step."\n---\n\n${body}\n`;
const lineIn = (told: string) => Number(/:(\d+) /.exec(told)?.[1]);
const toldOf = (told: string[]) =>
  told
    .filter((each) => each.includes(FORMULA))
    .map((each) => each.replace(` ${FORMULA}`, ""))
    .toSorted((a, b) => lineIn(a) - lineIn(b));

test("formulas within a line and in blocks are code, in MDX too, and each is told with its line", async () => {
  source({
    "docusaurus.config.js": "module.exports = {};\n",
    "docs/sums.mdx": page(`Let $f\\colon[a,b] \\to \\R$ be $F(x)=
\\int_{a}^{x} f(t)\\,dt$, at all $x$. It has $n$ parts and $10$ more.

$$
I = \\int_0^{2\\pi} \\sin(x)\\,dx
$$

1. First

   $$
   a_1 < b
   $$

2. $$ E = mc^2 $$

> $$
> x_{1}
> $$

In a line: $$x_{i}$$ too.`),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/sums.mdx"))).toBe(`Let \`f\\colon[a,b] \\to \\R\` be \`F(x)=
\\int_{a}^{x} f(t)\\,dt\`, at all \`x\`. It has \`n\` parts and \`10\` more.

\`\`\`latex
I = \\int_0^{2\\pi} \\sin(x)\\,dx
\`\`\`

1. First

   \`\`\`latex
   a_1 < b
   \`\`\`

2. \`E = mc^2\`

> \`\`\`latex
> x_{1}
> \`\`\`

In a line: \`x_{i}\` too.
`);
  expect(toldOf(told)).toEqual([
    "docs/sums.mdx:6 $f\\colon[a,b] \\to \\R$",
    "docs/sums.mdx:6 $F(x)= \\int_{a}^{x} f(t)\\,dt$",
    "docs/sums.mdx:7 $x$",
    "docs/sums.mdx:7 $n$",
    "docs/sums.mdx:7 $10$",
    "docs/sums.mdx:9 $$ I = \\int_0^{2\\pi} \\sin(x)\\,dx $$",
    "docs/sums.mdx:15 $$ a_1 < b $$",
    "docs/sums.mdx:19 $$ E = mc^2 $$",
    "docs/sums.mdx:21 > $$ > x_{1} > $$",
    "docs/sums.mdx:25 $$x_{i}$$",
  ]);
  expect(await errors()).toEqual([]);
});

test("prices, names of shells and code are no formulas", async () => {
  const text = `It costs $5 to $10, $5/month or 10$/year, US$5 and US$6.

Set $HOME/bin and $PATH, \${A}_\${B}, \`$x^2$\` and $FOO:$BAR. A dollar \\$x_1\\$ is one.

| a | b |
| - | - |
| $5 | 6$ |

\`\`\`sh
echo $a_1$
\`\`\`
`;
  source({ "prices.md": page(text) });
  const { told } = await run();
  expect(toldOf(told)).toEqual([]);
  const body = bodyOf(read("articles/general/prices.mdx"));
  for (const words of [
    "$5 to $10, $5/month or 10$/year, US$5 and US$6",
    "`$x^2$` and $FOO:$BAR",
    "| $5 | 6$ |",
    "echo $a_1$",
  ])
    expect(body).toContain(words);
  expect(await errors()).toEqual([]);
});

test("MkDocs: formulas keep their braces, in brackets too", async () => {
  source({
    "mkdocs.yml": "site_name: X\n",
    "docs/sums.md":
      page(`The sum $\\sum_{i=1}^n x_{i=2}$, its \\(x_1 * y * z\\) and \\[optional\\] words (see \\(below\\)).

\\[
\\operatorname{ker} f=\\{g\\in G\\}
\\]

!!! note

    $$
    x_{i=1}
    $$`),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/sums.mdx")))
    .toBe(`The sum \`\\sum_{i=1}^n x_{i=2}\`, its \`x_1 * y * z\` and \\[optional] words (see (below)).

\`\`\`latex
\\operatorname{ker} f=\\{g\\in G\\}
\`\`\`

<Callout kind="note">
  \`\`\`latex
  x_{i=1}
  \`\`\`
</Callout>
`);
  expect(toldOf(told)).toEqual([
    "docs/sums.md:6 $\\sum_{i=1}^n x_{i=2}$",
    "docs/sums.md:6 \\(x_1 * y * z\\)",
    "docs/sums.md:8 \\[ \\operatorname{ker} f=\\{g\\in G\\} \\]",
    "docs/sums.md:14 $$ x_{i=1} $$",
  ]);
});
