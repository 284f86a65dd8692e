import { expect, test } from "vitest";
import { bodyOf, openImport, page } from "#test/support/import-content.ts";

const { source, write, run, read, errors } = openImport();
const speakGerman = () => write("hub/hub.yaml", read("hub.yaml").replace(/^languages:.*$/m, "languages: [en, de]"));
const german = "i18n/de/docusaurus-plugin-content-docs/current";

test("Mintlify: names that a snippet's code or docs.json give are filled in; what the navigation only names is told", async () => {
  source({
    "docs.json": JSON.stringify(
      {
        variables: { product: "Acme Cloud" },
        navigation: {
          languages: [
            { language: "en", groups: [{ group: "All", pages: ["a", "b", "GET /users", "gone", "away"] }] },
            { language: "fr", groups: [{ group: "Tout", pages: ["fr/a"] }] },
          ],
        },
      },
      null,
      1,
    ),
    "a.mdx": page(
      "The first one",
      `import { region, prices, Fancy } from "/snippets/vars.jsx";

{{ product }} in {region} for {prices.pro}.

<View title="Mac">On a Mac.</View>
<View title="Linux">On Linux.</View>

<Steps><Step>Do it.</Step></Steps>

\`\`\`js app.js highlight={1,3-4}
a
\`\`\``,
    ),
    "b.mdx": "---\ntitle: Get a user\nopenapi: GET /users/{id}\nhidden: true\n---\n\nWords of it.\n",
    "away.mdx": "---\ntitle: Away\nurl: https://acme.test/x\n---\n",
    "snippets/vars.jsx":
      'export const region = "eu-1";\nexport const prices = { pro: "$5" };\nexport const Fancy = ({ a }) => { return <b>{a}</b>; };\n',
  });
  const { told, files } = await run();
  expect(files).toEqual(["articles/all/a.mdx", "articles/all/b.mdx"]);
  expect(bodyOf(read("articles/all/a.mdx"))).toBe(`Acme Cloud in eu-1 for $5.

<Tabs>
  <Tab label="Mac">
    On a Mac.
  </Tab>

  <Tab label="Linux">
    On Linux.
  </Tab>
</Tabs>

## Steps

<Steps>
  <Step title="Step 1" id="step-1">
    Do it.
  </Step>
</Steps>

\`\`\`js title="app.js" {1,3-4}
a
\`\`\`
`);
  const missing =
    "The navigation names it, but it is no page of the folder: not imported. Write it, or link to where it is.";
  expect(told.filter((each) => !each.includes("summary"))).toEqual([
    "away.mdx:1 https://acme.test/x It only leads to another site: not imported. Link to that where readers need it.",
    "b.mdx:1 GET /users/{id} What is made of an API's description is not here: write it, or link to where it is.",
    "b.mdx:1 hidden Imported as a draft: no reader sees it. Take `draft: true` away when it is ready.",
    `docs.json:15 GET /users ${missing}`,
    `docs.json:16 gone ${missing}`,
    `docs.json:17 away ${missing}`,
    "a.mdx:13 <Step> A step without a title: it became “Step 1”. Say what is done in it.",
  ]);
  expect(await errors()).toEqual([]);
});

test("Docusaurus: marked lines, redirects, labels, and links of a translation to what has none", async () => {
  speakGerman();
  source({
    "docusaurus.config.js":
      'module.exports = { baseUrl: "/help/", plugins: [["@docusaurus/plugin-client-redirects", { redirects: [{ from: ["/docs/old", "/docs/older"], to: "/docs/b" }] }]] };',
    "sidebars.js": 'module.exports = { docs: { All: [{ type: "doc", id: "a", label: "First" }, "b"] } };',
    "docs/a.md": page(
      "The first one",
      "## Part {#part}\n\n```js\n// highlight-next-line\na\nb\n// highlight-start\nc\nd\n// highlight-end\n```\n\n```js\nx // [!code ++]\ny // [!code --]\n```",
    ),
    "docs/b.md": page("The second one", "Words."),
    [`${german}/b.md`]: page("Die zweite", "Siehe [oben](./a.md#part)."),
  });
  await run();
  expect(bodyOf(read("articles/all/a.mdx"))).toContain(
    "```js {1,3-4}\na\nb\nc\nd\n```\n\n```js ins={1} del={2}\nx\ny\n```\n",
  );
  expect(read("articles/all/a.mdx")).toContain('\nshort: "First"\n');
  expect(bodyOf(read("articles/all/b.de.mdx"))).toBe("Siehe [oben](/articles/all/a/#part).\n");
  expect(read("redirects.yaml")).toBe(`"/help/de/docs/b/": "/de/articles/all/b/"
"/help/docs/a/": "/articles/all/a/"
"/help/docs/b/": "/articles/all/b/"
"/help/docs/old/": "/articles/all/b/"
"/help/docs/older/": "/articles/all/b/"
`);
  expect(await errors()).toEqual([]);
});

test("Starlight: a language stands behind the base; a section that a translation lacks is not linked to", async () => {
  speakGerman();
  source({
    "astro.config.mjs":
      'export default { site: "https://a.test", base: "/help", redirects: { "/old": "/b/", "/x/[slug]": "/b/" }, integrations: [starlight({ locales: { root: {}, de: {} } })] };',
    "src/content/docs/a.md": page("The first one", "## Part\n\nText.\n\n## Other\n\nText."),
    "src/content/docs/b.md": page("The second one", "See [it](/a/#part), [all](/a/)."),
    "src/content/docs/de/a.md": page("Die erste", "## Teil\n\nText, [hier](#teil)."),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/b.mdx"))).toBe("See [it](/articles/general/a/), [all](/articles/general/a/).\n");
  expect(told).toEqual([
    "src/content/docs/b.md:6 /a/#part The section that it names is not in src/content/docs/de/a.md: the link leads to the page. Write it there, then name it.",
  ]);
  expect(read("redirects.yaml")).toContain(
    '"/help/de/a/": "/de/articles/general/a/"\n"/help/old/": "/articles/general/b/"\n',
  );
  // its own section has its own name there, for the two have not as many
  expect(bodyOf(read("articles/general/a.de.mdx"))).toContain("[hier](#teil)");
  expect(await errors()).toEqual([]);
});

test("Zendesk: cells keep their column below one that is as high as several; files at the old site are told", async () => {
  const body = `<table><tr><th>Plan</th><th>Price</th></tr><tr><td rowspan="2">Pro</td><td>5</td></tr><tr><td>50</td></tr><tr><td colspan="2">All</td></tr></table><p><a href="https://acme.zendesk.com/hc/en-us/article_attachments/7">The form</a></p><iframe src="https://docs.google.com/forms/d/e/x/viewform"></iframe>`;
  source({
    "export.json": JSON.stringify({
      articles: [
        { id: 1, title: "What it costs", body, locale: "en", html_url: "https://acme.zendesk.com/hc/en-us/articles/1" },
      ],
    }),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/what-it-costs.mdx"))).toBe(`| Plan | Price |
| - | - |
| Pro | 5 |
| | 50 |
| All | |

[The form](https://acme.zendesk.com/hc/en-us/article_attachments/7)

[Open it](https://docs.google.com/forms/d/e/x/viewform)
`);
  expect(told.filter((each) => each.includes("old site"))).toHaveLength(1);
});

test("cells keep their column below a high one, also in a row that has too few, and in more rows than a table is wide", async () => {
  const row = (...cells: string[]) => `<tr>${cells.map((each) => `<td>${each}</td>`).join("")}</tr>`;
  const high = (rows: number) => `<td rowspan="${rows}">High</td>`;
  const tables = [
    `<table>${row("A", "B", "C")}<tr><td>1</td><td>2</td>${high(2)}</tr>${row("3")}${row("4", "5", "6")}</table>`,
    `<table>${row("A", "B")}<tr>${high(22)}<td>1</td></tr>${row("x").repeat(21)}${row("y", "2")}</table>`,
  ];
  source({ "a.html": `<main><h1>Tables here</h1><p>Words of it.</p>${tables.join("")}</main>` });
  await run();
  const body = bodyOf(read("articles/general/a.mdx"));
  expect(body).toContain("| 3 | | |\n| 4 | 5 | 6 |\n");
  expect(body).toContain(`| High | 1 |\n${"| | x |\n".repeat(21)}| y | 2 |\n`);
});

test("GitBook: a mention is called by what stands there", async () => {
  source({
    "SUMMARY.md": "* [Begin](a.md)\n",
    "a.md": page("The first one", '## Do it\n\nSee [#do-it](a.md#do-it "mention") and [a.md](a.md "mention").'),
  });
  await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toContain(
    "See [Do it](#do-it) and [The first one](/articles/general/a/).",
  );
});
