import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, write, run, read, has, errors } = openImport();

/** As Zendesk's API answers. */
const HELP = "https://acme.zendesk.com/hc";
const article = (
  id: number,
  title: string,
  body: string,
  more: Record<string, unknown> & { locale?: string } = {},
) => ({
  id,
  url: "x",
  html_url: `${HELP}/${more.locale ?? "en-us"}/articles/${id}-${title.replaceAll(" ", "-")}`,
  author_id: 1,
  title,
  name: title,
  body,
  locale: "en-us",
  source_locale: "en-us",
  draft: false,
  section_id: 20,
  position: 0,
  label_names: [],
  user_segment_id: null,
  updated_at: "2025-02-03T04:05:06Z",
  edited_at: "2025-02-01T00:00:00Z",
  ...more,
});

const FILES = {
  "articles-1.json": JSON.stringify({
    articles: [
      article(
        101,
        "Set up keys",
        `<h2 id="h_01">Make one</h2>\n<p><strong>Open</strong><strong> Settings.</strong></p><p>&nbsp;</p>\n<p><img src="${HELP}/article_attachments/900/shot.png" alt="The form"> <img src="${HELP}/article_attachments/901" alt="Dot"></p>\n<div class="callout note"><p>Keep it.</p></div>\n<script>x()</script>\n<p>See <a href="${HELP}/en-us/articles/102-Old-title#h_02">Lose keys</a>, <a href="/hc/en-us/articles/103">hidden</a>, <a href="${HELP}/en-us/sections/20-Keys">all</a>.</p>`,
        { label_names: ["key", "api token"], position: 2 },
      ),
      article(102, "Lose keys", `<h3 id="h_02">What now?</h3><div>Line one</div><div>Line two</div>`, { position: 1 }),
      article(103, "Hidden away", `<p>Not for everybody to read here.</p>`, { user_segment_id: 5 }),
      article(104, "Unfinished one", `<p>Not ready yet, it is a draft.</p>`, { draft: true, section_id: 21 }),
      { id: 105, title: "No locale" },
    ],
    next_page: null,
  }),
  "de.json": JSON.stringify({
    articles: [
      article(
        101,
        "Schlüssel einrichten",
        `<h2>Einen machen</h2><p>Siehe <a href="${HELP}/de/articles/101-x#einen-machen">unten</a> und <a href="${HELP}/en-us/articles/102">verloren</a>.</p>`,
        { locale: "de" },
      ),
      article(101, "Clés", `<p>Oui</p>`, { locale: "fr" }),
    ],
  }),
  "sections.json": JSON.stringify({
    sections: [
      {
        id: 21,
        name: "General",
        category_id: 2,
        position: 0,
        locale: "en-us",
        html_url: `${HELP}/en-us/sections/21-General`,
      },
      {
        id: 20,
        name: "Keys",
        description: "All of <b>keys</b>.",
        category_id: 1,
        position: 1,
        locale: "en-us",
        html_url: `${HELP}/en-us/sections/20-Keys`,
      },
    ],
  }),
  "categories.json": JSON.stringify({
    categories: [
      { id: 1, name: "Use", position: 1, locale: "en-us" },
      { id: 2, name: "Billing", position: 0, locale: "en-us" },
    ],
  }),
  "hc/article_attachments/900/shot.png": PNG,
  "hc/article_attachments/901": Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>',
  ),
};
const speakGerman = () => write("hub/hub.yaml", read("hub.yaml").replace(/^languages:.*$/m, "languages: [en, de]"));

test("articles come in with their pictures and links; what is not for everybody is a draft, what was not kept is told", async () => {
  source(FILES);
  speakGerman();
  const { told, summary } = await run();
  expect(summary[0]).toBe("5 of 5 pages (zendesk) in 2 topics");
  expect(bodyOf(read("articles/use/set-up-keys.mdx"))).toBe(`## Make one

**Open** **Settings.**

![The form](../../figures/shot.png) ![Dot](../../figures/901.svg)

<Callout kind="note">
  Keep it.
</Callout>

See [Lose keys](/articles/use/lose-keys/#what-now), hidden, [all](/topics/use/).
`);
  expect(bodyOf(read("articles/use/lose-keys.mdx"))).toBe(`## What now?

Line one

Line two
`);
  expect(told.filter((each) => !each.includes("No summary"))).toEqual([
    "articles-1.json:1 articles[4].locale Not imported: it is not as Zendesk's API has it (Invalid input: expected string, received undefined).",
    "de.json:1 fr 1 not imported: hub.yaml has no such language. Write it there, then import again.",
    "articles-1.json#101:5 <script> Left out: articles run no code.",
    "articles-1.json#103:1 user_segment_id Only some people could read it: imported as a draft. The hub shows what it has to everybody.",
    "articles-1.json#104:1 draft Imported as a draft: no reader sees it. Take `draft: true` away when it is ready.",
    "sections.json#21:1 Billing › General Not a group of its own here: its pages (1) stand in “Billing”.",
    "sections.json#20:1 Use › Keys Not a group of its own here: its pages (3) stand in “Use”.",
    "articles-1.json#101:6 /hc/en-us/articles/103 It leads to a draft, which nobody can read yet: its words were kept without the link.",
  ]);
  for (const name of ["billing/unfinished-one", "use/hidden-away"])
    expect(read(`articles/${name}.mdx`)).toContain("\ndraft: true\n");
  expect(has("figures/shot.png") && has("figures/901.svg")).toBe(true);
  expect(await errors()).toEqual([]);
});

test("categories are topics in their order, labels are keywords, old addresses lead on", async () => {
  source(FILES);
  speakGerman();
  await run();
  expect(read("hub.yaml")).toContain(`  - id: billing
    title: Billing
    summary: Billing.
  - id: use
    title: Use
    summary: Lose keys, Set up keys.
`);
  expect(read("articles/use/set-up-keys.mdx")).toContain(
    'updated: 2025-02-01\nkeywords:\n  - "key"\n  - "api token"\n',
  );
  const orders = ["lose-keys", "set-up-keys"].map((name) => /order: (\d+)/.exec(read(`articles/use/${name}.mdx`))?.[1]);
  expect(orders).toEqual(["20", "30"]);
  expect(read("redirects.yaml")).toBe(`"/hc/de/articles/101-Schl%C3%BCssel-einrichten/": "/de/articles/use/set-up-keys/"
"/hc/de/articles/101/": "/de/articles/use/set-up-keys/"
"/hc/en-us/articles/101-Set-up-keys/": "/articles/use/set-up-keys/"
"/hc/en-us/articles/101/": "/articles/use/set-up-keys/"
"/hc/en-us/articles/102-Lose-keys/": "/articles/use/lose-keys/"
"/hc/en-us/articles/102/": "/articles/use/lose-keys/"
"/hc/en-us/sections/20-Keys/": "/topics/use/"
"/hc/en-us/sections/20/": "/topics/use/"
"/hc/en-us/sections/21-General/": "/topics/billing/"
"/hc/en-us/sections/21/": "/topics/billing/"
`);
});

test("a translation stands beside its article, with its anchors; its links lead to what it has been translated from", async () => {
  source(FILES);
  speakGerman();
  await run();
  expect(read("articles/use/set-up-keys.de.mdx")).toContain('title: "Schlüssel einrichten"');
  expect(bodyOf(read("articles/use/set-up-keys.de.mdx"))).toBe(`## Einen machen

Siehe [unten](#make-one) und [verloren](/articles/use/lose-keys/).
`);
});

test("an export that has nothing in the hub's language says what to do", async () => {
  source({
    "articles.json": JSON.stringify({ articles: [article(1, "Bonjour à tous", "<p>Oui.</p>", { locale: "fr" })] }),
  });
  await expect(run()).rejects.toThrow(
    "No article of the export is in en, the first of hub.yaml's languages: they are in fr. Put that first among its languages, or fetch the en articles too.",
  );
});

test("translations may come within the articles", async () => {
  speakGerman();
  const { locale, title, body, html_url: url } = article(1, "Hallo Leute", "<p>Ja, so ist das.</p>", { locale: "de" });
  source({
    "export.json": "no json",
    "all-articles.json": JSON.stringify({
      articles: [
        article(1, "Hello there", "<p>Yes, so it is.</p>", { translations: [{ locale, title, body, html_url: url }] }),
      ],
      sections: [
        { id: 20, name: "FAQ", category_id: 1 },
        { id: 21, name: "FAQ", category_id: 2 },
      ],
      categories: [
        { id: 1, name: "Use" },
        { id: 2, name: "Pay" },
      ],
    }),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/use/hello-there.de.mdx"))).toBe("Ja, so ist das.\n");
  expect(told).toContain("export.json:1 export.json It is no JSON: fetch it again, as docs/import.md says.");
});
