import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bodyOf, openImport, page } from "#test/support/import-content.ts";

const { folder, source, write, run, read, has, errors } = openImport();

type Topic = { id: string; title: string; summary: string; groups?: { id: string; title: string }[] };
/** Topics that were added to the new hub's own, with their groups: `use: keys, begin` */
const topics = () =>
  (parse(read("hub.yaml")) as { topics: Topic[] }).topics
    .slice(1)
    .map(({ id, groups = [] }) => `${id}: ${groups.map((group) => group.id).join(", ")}`);
/** Articles in their order: `keys/make-a-key` with their group before. */
const placed = (files: string[]) =>
  files.map((name) => {
    const head = read(name);
    return `${/^group: (.*)$/m.exec(head)?.[1] ?? "-"} ${/^order: (.*)$/m.exec(head)?.[1]} ${name.slice("articles/".length, -".mdx".length)}`;
  });

const HELP = "https://acme.zendesk.com/hc/en-us";
const article = (id: number, title: string, section: number, body = "<p>Some words about it.</p>") => ({
  id,
  title,
  body,
  locale: "en-us",
  html_url: `${HELP}/articles/${id}-${title.replaceAll(" ", "-")}`,
  section_id: section,
  position: id,
  edited_at: "2025-02-01T00:00:00Z",
});
const section = (id: number, name: string, category: number, more = {}) => ({
  id,
  name,
  category_id: category,
  position: id,
  html_url: `${HELP}/sections/${id}-${name.replaceAll(" ", "-")}`,
  ...more,
});
const CATEGORIES = [
  { id: 1, name: "Use it", position: 2, html_url: `${HELP}/categories/1-Use-it` },
  { id: 2, name: "Pay", position: 1, html_url: `${HELP}/categories/2-Pay` },
];
const SECTIONS = [
  section(11, "Keys", 1),
  section(12, "Begin", 1),
  section(13, "Old keys", 1, { parent_section_id: 11 }),
  section(21, "Invoices", 2),
];
const ARTICLES = [
  article(1, "Make a key", 11, `<p>See <a href="${HELP}/sections/12-Begin">the start</a>.</p>`),
  article(2, "Lose a key", 11),
  article(3, "Old kinds of keys", 13),
  article(4, "First steps", 12),
  article(5, "Find an invoice", 21),
];
const guide = (more: object = {}) => ({
  "guide.json": JSON.stringify({ articles: ARTICLES, sections: SECTIONS, categories: CATEGORIES, ...more }),
});

test("Zendesk: categories are topics, sections their groups; lists of both lead on, and the report has all names", async () => {
  source(guide());
  const { files, told, report } = await run();
  expect(topics()).toEqual(["pay: ", "use-it: keys, begin"]);
  expect(placed(files)).toEqual([
    "- 10 pay/find-an-invoice",
    "keys 10 use-it/make-a-key",
    "keys 20 use-it/lose-a-key",
    "keys 30 use-it/old-kinds-of-keys",
    "begin 40 use-it/first-steps",
  ]);
  expect(bodyOf(read("articles/use-it/make-a-key.mdx"))).toBe("See [the start](/topics/use-it/#begin).\n");
  const redirects = read("redirects.yaml");
  for (const [from, to] of [
    ["categories/1-Use-it", "use-it/"],
    ["sections/11", "use-it/#keys"],
    ["sections/13-Old-keys", "use-it/#keys"],
    ["sections/21", "pay/"],
  ])
    expect(redirects).toContain(`"/hc/en-us/${from}/": "/topics/${to}"\n`);
  expect(report).toContain("## Topics\n\n- Pay: 1 article\n- Use it: 4 articles; in Keys 3, in Begin 1\n");
  expect(told.filter((each) => each.includes("group"))).toEqual([
    "guide.json#21:1 Pay › Invoices Not a group of its own here: its pages (1) stand in “Pay”.",
    "guide.json#13:1 Use it › Keys › Old keys Not a group of its own here: its pages (1) stand in “Use it › Keys”.",
  ]);
  expect(await errors()).toEqual([]);
});

test("one category alone is no topic: its sections are, and theirs are groups where there are two", async () => {
  source(guide({ categories: CATEGORIES.slice(0, 1), articles: ARTICLES.slice(0, 4) }));
  const { told } = await run();
  expect(topics()).toEqual(["keys: ", "begin: "]);
  expect(told).toContain("guide.json#1:1 Use it All that there is stands in it: what is within became the topics.");
});

test("what an import of before groups has made of sections stays: addresses hold, and new articles join them", async () => {
  source(guide({ categories: [] })); // topics are the sections then
  const { files } = await run();
  expect(topics()).toEqual(["keys: ", "begin: ", "invoices: "]);
  const before = read("redirects.yaml");
  source(
    guide({
      articles: [...ARTICLES, article(6, "A newer key", 11), article(7, "Pay by card", 22)],
      sections: [...SECTIONS, section(22, "Cards", 2)],
    }),
  );
  const { files: again, told } = await run();
  expect(again.toSorted()).toEqual(
    [...files, "articles/keys/a-newer-key.mdx", "articles/pay/pay-by-card.mdx"].toSorted(),
  );
  expect(topics()).toEqual(["keys: ", "begin: ", "invoices: ", "pay: "]);
  for (const line of before.trim().split("\n")) expect(read("redirects.yaml")).toContain(line);
  expect(told).toContain(
    "guide.json#11:1 Keys Its pages stay in the topic “keys”, where an earlier import put them, so that their addresses hold.",
  );
  expect(await errors()).toEqual([]);
});

test("what the source calls otherwise by now, or has elsewhere, keeps its address", async () => {
  source(guide());
  await run();
  write("hub/hub.yaml", read("hub.yaml").replace("title: Begin", "title: How to begin"));
  source(
    guide({
      articles: [
        article(1, "Make your own key", 11),
        ...ARTICLES.slice(1, 4),
        article(5, "Find an invoice", 12),
        article(6, "Pay by card", 21),
      ],
      categories: [{ ...CATEGORIES[0], name: "Using it" }, CATEGORIES[1]],
    }),
  );
  const { files } = await run();
  expect(topics()).toEqual(["pay: ", "use-it: keys, begin"]);
  expect(placed(files)).toEqual([
    "- 10 pay/pay-by-card",
    "keys 10 use-it/make-a-key",
    "keys 20 use-it/lose-a-key",
    "keys 30 use-it/old-kinds-of-keys",
    "begin 40 use-it/first-steps",
    "- 50 pay/find-an-invoice",
  ]);
  expect(read("articles/use-it/make-a-key.mdx")).toContain('title: "Make your own key"');
  expect(read("hub.yaml")).toContain("title: How to begin");
  expect(await errors()).toEqual([]);
});

test("groups come into a topic that is there, and not for articles that were changed here", async () => {
  const docs = (sidebar: string) => ({
    "sidebars.js": `module.exports = { docs: [${sidebar}] };`,
    ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`docs/${name}.md`, page(`Page ${name}`, "Words.")])),
  });
  const parted = (more: string) =>
    `{ type: "category", label: "Guides", items: ["a", { First: ["b", "c"] }, { Second: ["d"] }] }${more}`;
  source(docs('{ Guides: ["a", "b", "c", "d"] }'));
  await run();
  write("hub/hub.yaml", read("hub.yaml").replace(/^ {4}summary: Page a.*$/m, "$& # ours\n    # groups: []"));
  write("hub/articles/guides/d.mdx", read("articles/guides/d.mdx").replace("Words.", "My words."));
  source(docs(parted("")));
  const { summary } = await run();
  expect(read("hub.yaml")).toContain(`Page a, Page b, Page c and 1 more. # ours
    # groups: []
    groups:
      - id: first
        title: First
`);
  expect(summary).toContain("1 group within topics added to hub.yaml");
  expect(read("articles/guides/b.mdx")).toContain("\ngroup: first\n");
  expect(read("articles/guides/d.mdx")).not.toContain("group:");
  expect(await errors()).toEqual([]);
});

test("two levels of any navigation are topics and groups", async () => {
  const pages = (below: string) =>
    Object.fromEntries(
      ["a", "b", "c", "d", "e"].map((name) => [`${below}${name}.mdx`, page(`Page ${name}`, "Words.")]),
    );
  const tab = (name: string, ...groups: object[]) => ({ tab: name, groups });
  const navigation = {
    languages: [
      {
        language: "en",
        tabs: [
          tab("Guides", { group: "One", pages: ["a", "b"] }, { group: "Two", pages: ["c"] }),
          tab("API", { group: "One", pages: ["d", "e"] }),
        ],
      },
    ],
  };
  source({ ...pages(""), "docs.json": JSON.stringify({ navigation }) });
  expect((await run({ dryRun: true })).report).toContain(
    "## Topics\n\n- Guides: 3 articles; in One 2, in Two 1\n- API: 2 articles\n",
  );
  const { report } = await run({ topic: "all", dryRun: true });
  expect(report).toContain("## Topics\n\n- All: 5 articles; in Guides 3, in API 2\n");
});

test("GitBook: pages below pages are groups of the heading that they stand under", async () => {
  source({
    "SUMMARY.md":
      "# Table\n\n## Use\n\n* [A](a.md)\n  * [B](b.md)\n    * [C](c.md)\n* [D](d.md)\n  * [E](e.md)\n\n## More\n\n* [F](f.md)\n",
    ...Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.md`, page(`Page ${name}`, "Words.")])),
  });
  const { report, told } = await run({ dryRun: true });
  expect(report).toContain("## Topics\n\n- Use: 5 articles; in A 3, in D 2\n- More: 1 article\n");
  expect(told).toEqual([]);
});

test("saved pages say by their breadcrumbs in which list of a list they are", async () => {
  const saved = (title: string, ...crumbs: string[]) =>
    `<nav aria-label="Breadcrumb"><ol>${["Home", ...crumbs].map((each) => `<li>${each}</li>`).join("")}</ol></nav><main><h1>${title}</h1><p>Words of it.</p></main>`;
  source({
    "1.html": saved("How to begin", "Use it", "Start"),
    "2.html": saved("How to go on", "Use it", "Start"),
    "3.html": saved("What keys are", "Use it", "Keys"),
    "4.html": saved("How to pay", "Pay"),
  });
  expect((await run({ dryRun: true })).report).toContain(
    "## Topics\n\n- Use it: 3 articles; in Start 2, in Keys 1\n- Pay: 1 article\n",
  );
});

test("another source that has pages at the same addresses is not taken for the one of before", async () => {
  source({ "first/start.md": page("How to start", "One."), "first/go.md": page("How to go", "One.") });
  await run({ site: "https://a.example.com/" });
  source({
    "guide.json": "{}",
    "first/start.md": page("How to begin", "Two."),
    ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`second/${name}.md`, page(`Page ${name}`, "Two.")])),
  });
  await run({ topic: "second" });
  expect(has("articles/second/start.mdx")).toBe(true);
  expect(bodyOf(read("articles/first/start.mdx"))).toBe("One.\n");
});

test("two pages of one address stay two articles, each with its own text", async () => {
  source({
    "guides/a.md": page("Page a", "Words."),
    "guides/start.md": page("How to start", "One."),
    "guides/start/index.md": page("How to start over", "Two."),
  });
  const { files } = await run();
  const texts = files.map((name) => `${name}: ${bodyOf(read(name))}`);
  expect(texts).toContain("articles/guides/guides-start.mdx: Two.\n");
  const { files: again } = await run();
  expect(again.map((name) => `${name}: ${bodyOf(read(name))}`)).toEqual(texts);
});

test("what two sources have at one address stays theirs when the first is imported again", async () => {
  source(Object.fromEntries(["start", "a", "b", "c"].map((name) => [`docs/${name}.md`, page(`Our ${name}`, "One.")])));
  await run({ topic: "one" });
  for (const name of ["start", "d", "e"]) write(`other/docs/${name}.md`, page(`Their ${name}`, "Two."));
  await run({ topic: "two", source: path.join(folder.dir, "other") });
  const { files } = await run();
  expect(files).toContain("articles/one/start.mdx");
  expect(bodyOf(read("articles/two/start.mdx"))).toBe("Two.\n");
});
