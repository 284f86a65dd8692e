import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { bodyOf, openImport, page, PNG } from "#test/support/import-content.ts";

const { source, run, read, has, errors, write, hubDir } = openImport();
const parts = (files: string[]) => files.filter((name) => name.startsWith("parts/"));

test("Mintlify: a snippet that several pages import is a part; one of a single page, and one with values, are text", async () => {
  source({
    "docs.json": '{ "name": "X" }\n',
    "snippets/admin-rights.mdx":
      "<Note>You need **admin rights**.</Note>\n\n![The tab](/images/tab.png) See [b](/b#go).\n",
    "snippets/plan.mdx": "On {plan}.\n",
    "snippets/once.mdx": "Only here.\n",
    "images/tab.png": PNG,
    "a.mdx": page(
      "About the first",
      'import Rights from "/snippets/admin-rights.mdx";\nimport Plan from "/snippets/plan.mdx";\nimport Once from "/snippets/once.mdx";\n\nBefore.\n\n<Rights />\n\n<Plan plan="Free" />\n\n<Once />\n',
    ),
    "b.mdx": page(
      "About the second",
      'import Rights from "/snippets/admin-rights.mdx";\nimport Plan from "/snippets/plan.mdx";\n\n## Go\n\n<Rights />\n\n<Plan plan="Pro" />\n\n<Steps>\n<Step title="One">\n\n<Rights />\n\n</Step>\n</Steps>\n',
    ),
  });
  const { files, summary } = await run();
  expect(parts(files)).toEqual(["parts/admin-rights.mdx"]);
  expect(summary).toContain("1 passage of several pages in parts/");
  expect(read("parts/admin-rights.mdx")).toBe(
    '<Callout kind="note">\n  You need **admin rights**.\n</Callout>\n\n![The tab](../figures/tab.png) See [b](/articles/general/b/#go).\n',
  );
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(
    'Before.\n\n<Part name="admin-rights" />\n\nOn Free.\n\nOnly here.\n',
  );
  const second = bodyOf(read("articles/general/b.mdx"));
  expect(second).toContain('## Go\n\n<Part name="admin-rights" />\n\nOn Pro.\n');
  // within a block it is text as before
  expect(second).toContain("You need **admin rights**.");
  expect(await errors()).toEqual([]);
});

test.each([
  [
    "Docusaurus",
    "docusaurus.config.js",
    "docs/",
    'import Rights from "./_rights.mdx";\n\n<Rights />',
    "docs/_rights.mdx",
  ],
  [
    "Starlight",
    "astro.config.mjs",
    "src/content/docs/",
    'import Rights from "../partials/rights.mdx";\n\n<Rights />',
    "src/content/partials/rights.mdx",
  ],
  ["MkDocs", "mkdocs.yml", "docs/", '--8<-- "includes/rights.md"', "includes/rights.md"],
  [
    "<Render> of Starlight",
    "astro.config.ts",
    "src/content/docs/x/",
    '<Render file="rights" />',
    "src/content/partials/x/rights.mdx",
  ],
])("%s: what two pages put in is a part", async (_, settings, folder, use, partial) => {
  const ending = settings === "mkdocs.yml" ? "md" : "mdx";
  source({
    [settings]: settings === "mkdocs.yml" ? "site_name: X\n" : "export default { integrations: [starlight({})] };\n",
    [partial]: "You need rights {x}.\n\n- All of them.\n",
    [`${folder}a.${ending}`]: page("About the first", use),
    [`${folder}b.${ending}`]: page("About the second", use),
  });
  const { files } = await run({ flavour: settings.startsWith("astro") ? "starlight" : undefined });
  expect(parts(files)).toEqual(["parts/rights.mdx"]);
  const [first = ""] = files;
  expect(bodyOf(read(first))).toBe('<Part name="rights" />\n');
  expect(read("parts/rights.mdx")).toMatch(/^You need rights (?:\\\{x\})?\.\n\n- All of them\.\n$/);
  expect(await errors()).toEqual([]);
});

test("a part that was changed here is kept, one that was deleted comes again, for articles name it", async () => {
  const use = 'import Rights from "./_rights.mdx";\n\n<Rights />';
  source({
    "docusaurus.config.js": "module.exports = {};\n",
    "docs/_rights.mdx": "You need rights.\n",
    "docs/a.mdx": page("About the first", use),
    "docs/b.mdx": page("About the second", use),
  });
  await run();
  write("hub/parts/rights.mdx", "You need them.\n");
  const { told } = await run();
  expect(read("parts/rights.mdx")).toBe("You need them.\n");
  expect(told).toContain(
    "docs/_rights.mdx:1 parts/rights.mdx It was changed here since it was imported: kept as it is. --force overwrites it.",
  );
  rmSync(path.join(hubDir(), "parts/rights.mdx"));
  await run();
  expect(has("parts/rights.mdx")).toBe(true);
});

test("a page's summary is its first words, of whatever file; and what cannot be a part stands in each page", async () => {
  const bare = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;
  const use = 'import Rights from "./_rights.mdx";\nimport Note from "./_note.mdx";\n\n<Rights />\n\n<Note />';
  source({
    "docusaurus.config.js": "module.exports = {};\n",
    "docs/_rights.mdx": "You need rights to do that, all of them.\n",
    "docs/_note.mdx": "With a note.[^1]\n\n[^1]: At the foot.\n",
    "docs/a.mdx": bare("About the first", use),
    "docs/b.mdx": bare("About the second", use),
  });
  const { files } = await run();
  expect(parts(files)).toEqual(["parts/rights.mdx"]);
  expect(read("articles/general/a.mdx")).toContain('summary: "You need rights to do that, all of them."');
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(
    '<Part name="rights" />\n\nWith a note.[^1]\n\n[^1]: At the foot.\n',
  );
  expect(await errors()).toEqual([]);
});
