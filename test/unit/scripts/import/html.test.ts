import { expect, test } from "vitest";
import { bodyOf, openImport, PNG } from "#test/support/import-content.ts";

const { source, write, run, read, has, errors } = openImport();

const FILES = {
  "Set up keys.html": `<!DOCTYPE html>
<!-- saved from url=(0042)https://help.example.com/guides/set-up-keys -->
<html lang="en"><head><meta charset="utf-8">
<title>Set up keys | Example Help</title>
<meta name="description" content="How a key is made and where it is kept.">
<meta name="keywords" content="key, token">
<meta property="article:modified_time" content="2025-05-06T10:00:00Z">
<script>track()</script>
</head><body>
<header><a href="/">Example</a></header>
<nav><ul><li><a href="/guides/other">Other</a></li></ul></nav>
<main>
<ol class="breadcrumbs"><li>Help</li><li>Keys</li><li>Set up keys</li></ol>
<article>
<header><h1>Set up keys<a class="hash-link" href="#x">#</a></h1><p>By Somebody</p></header>
<p>Open <b>Settings </b>and choose <strong>Keys</strong>.<br><br>Then go on.</p>
<div class="theme-admonition theme-admonition-tip alert alert--success">
  <div class="admonitionHeading_x"><span><svg viewBox="0 0 1 1"></svg></span>tip</div>
  <div class="admonitionContent_x"><p>Keep it safe.</p></div>
</div>
<h2 id="make-one">Make one<a class="hash-link" aria-label="Direct link" href="#make-one">​</a></h2>
<ol><li>Press <kbd>N</kbd><ul><li>or click</li></ul></li><li><p>Name it</p><p><img src="./Set up keys_files/shot.png" alt="The form"></p></li></ol>
<ol start="3"><li>Save it</li></ol><h4>Deeper</h4>
<table><caption>Kinds</caption><thead><tr><th>Kind</th><th>For</th></tr></thead><tbody><tr><td>Test</td><td colspan="2">you</td></tr><tr><td rowspan="2">Live</td><td><ul><li>a</li><li>b</li></ul></td></tr></tbody></table>
<div class="language-js codeBlockContainer"><pre tabindex="0"><code><span class="token-line"><span>const</span> a = <span>{</span>}<br></span><span class="token-line">a.b &lt; 1<br></span></code></pre><button>Copy</button></div>
<div class="tabs-container"><ul role="tablist"><li role="tab">macOS</li><li role="tab">Linux</li></ul><div><div role="tabpanel">brew it</div><div role="tabpanel"><p>apt it</p></div></div></div>
<details><summary>Lost it?</summary><p>Make a new one. See <a href="https://help.example.com/guides/other#part-two">Other</a>, <a href="./Other.html">again</a>, <a href="/pricing">prices</a>.</p></details>
<a class="card" href="/guides/other"><h3>Other</h3><p>What else there is.</p></a>
<p onclick="x()">Press <a href="javascript:alert(1)">here</a>.</p>
<iframe src="https://player.vimeo.com/video/1" title="Film"></iframe>
<script>alert(1)</script>
<form><input name="q"><button>Send</button></form>
<img src="../../etc/passwd.png" alt="no">
<img src="data:image/png;base64,${PNG.toString("base64")}" alt="Dot">
<footer>Was this helpful?</footer>
</article></main><footer>Legal</footer></body></html>`,
  "Other.html": `<html lang="en"><head><title>Other - Example Help</title><link rel="canonical" href="https://help.example.com/guides/other"></head><body><main><h1>Other things</h1>
<h2>Part two</h2><div>One line</div><div>Another <em>line</em></div><p>&nbsp;</p><blockquote>Said {so} &lt;b&gt;</blockquote></main></body></html>`,
  "old.html": `<html><head><meta http-equiv="refresh" content="0; url=/guides/other"><link rel="canonical" href="https://help.example.com/guides/other-things"></head></html>`,
  "Set up keys_files/shot.png": PNG,
};

test("pages that a browser saved: their text alone, pictures copied, what is no text of an article told with its line", async () => {
  source(FILES);
  const { told, summary } = await run();
  expect(summary[0]).toBe("2 of 2 pages (html) in 2 topics");
  expect(bodyOf(read("articles/keys/set-up-keys.mdx"))).toBe(`Open **Settings** and choose **Keys**.

Then go on.

<Callout kind="tip">
  Keep it safe.
</Callout>

## Make one

1. Press <kbd>N</kbd>
   - or click
2. Name it

   ![The form](../../figures/shot.png)

3) Save it

### Deeper

_Kinds_

| Kind | For | |
| - | - | - |
| Test | you | |
| Live | a b | |

\`\`\`js
const a = {}
a.b < 1
\`\`\`

<Tabs>
  <Tab label="macOS">
    brew it
  </Tab>

  <Tab label="Linux">
    apt it
  </Tab>
</Tabs>

#### Lost it?

Make a new one. See [Other](/articles/general/other/#part-two), [again](/articles/general/other/), [prices](https://help.example.com/pricing).

- [Other](/articles/general/other/): What else there is.

Press here.

[Film](https://player.vimeo.com/video/1)

{/* Image: ../../etc/passwd.png (no) */} ![Dot](../../figures/shot.png)
`);
  expect(bodyOf(read("articles/general/other.mdx"))).toBe(`## Part two

One line

Another _line_

> Said \\{so} \\<b>
`);
  expect(told).toEqual([
    "Set up keys.html:31 <script> Left out: articles run no code.",
    "old.html:1 /guides/other The page only leads on to another: its address is a redirect now.",
    "Set up keys.html:24 <td> A cell as high as several stands in its first row only. See whether it reads well.",
    "Set up keys.html:24 <td> A list within a table's cell became one line. See whether it reads well.",
    "Set up keys.html:29 onclick= A handler was left out: articles run no code.",
    "Set up keys.html:30 <iframe> https://player.vimeo.com/video/1 What another site shows within a page became a link to it.",
    "Set up keys.html:32 <input> Left out: articles hold no forms, drawings in code or parts of a page's head.",
    "Set up keys.html:32 <button> Left out: articles hold no forms, drawings in code or parts of a page's head.",
    "Set up keys.html:32 <form> Left out: articles hold no forms, drawings in code or parts of a page's head.",
    "Other.html:1 summary No summary was there: it was made of the first words. Say in a sentence what the page is for.",
    "Set up keys.html:27 /pricing It is no page that was imported: the link leads to the old site. Give it a new target before that goes.",
    "Set up keys.html:29 javascript:alert(1) A link that is no address of a page was left out, its words were kept.",
    "Set up keys.html:33 ../../etc/passwd.png The image is not there. A comment marks its place: put the file into figures/, and ![what it shows](../../figures/…) there.",
  ]);
  expect(has("figures/shot.png")).toBe(true);
  expect(await errors()).toEqual([]);
});

test("a page says its title, summary, day, words and old address itself; one that only leads on is a redirect", async () => {
  source(FILES);
  await run();
  expect(read("articles/keys/set-up-keys.mdx")).toContain(`title: "Set up keys"
summary: "How a key is made and where it is kept."
kind: guide
order: 10
updated: 2025-05-06
keywords:
  - "key"
  - "token"
sources:
  - "Imported from /guides/set-up-keys/"
`);
  expect(read("redirects.yaml")).toBe(`"/guides/other-things/": "/articles/general/other/"
"/guides/other/": "/articles/general/other/"
"/guides/set-up-keys/": "/articles/keys/set-up-keys/"
`);
});

const page = (title: string, body: string, head = "") =>
  `<html><head><title>${title} | Help</title>${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`;

test("a folder that was copied from a site: folders are topics, addresses end as they did, links within it follow", async () => {
  source({
    "index.html": page("Welcome here", '<p>Begin with <a href="guides/start.html">the start</a>.</p>'),
    "guides/start.html": page(
      "How to start",
      '<p>See <a href="../index.html">home</a>, <a href="/guides/more/">more</a>.</p>',
    ),
    "guides/more/index.html": page("What is more", "<p>That is all that there is.</p>"),
    "404.html": page("Not found", "<p>Nothing here.</p>"),
    "empty.html": "<html><body><nav>Menu</nav></body></html>",
  });
  const { told } = await run({ site: "https://help.example.com/manual/" });
  expect(read("redirects.yaml").trim().split("\n")).toEqual([
    '"/manual/": "/articles/general/welcome-here/"',
    '"/manual/guides/more/": "/articles/guides/more/"',
    '"/manual/guides/more/index.html/": "/articles/guides/more/"',
    '"/manual/guides/start.html/": "/articles/guides/start/"',
    '"/manual/guides/start/": "/articles/guides/start/"',
    '"/manual/index.html/": "/articles/general/welcome-here/"',
  ]);
  expect(bodyOf(read("articles/guides/start.mdx"))).toBe(
    "See [home](/articles/general/welcome-here/), [more](/articles/guides/more/).\n",
  );
  expect(told.filter((each) => !each.includes("No summary"))).toEqual([
    "404.html:1 404.html Not a page by its name: not imported.",
    "empty.html:1 <body> Nothing says where its text is: all of the page was taken. Take out what is none of it.",
    "empty.html:1 empty.html No text was found on it: not imported.",
  ]);
  expect(await errors()).toEqual([]);
});

test("a page in another language of the hub is the translation of the one that it names", async () => {
  const also = '<link rel="alternate" hreflang="en" href="https://x.example/start">';
  source({
    "a.html": page(
      "How to start",
      "<h2>One</h2><p>Do it.</p>",
      '<link rel="canonical" href="https://x.example/start">',
    ),
    "b.html": page(
      "Wie man beginnt",
      "<h2>Eins</h2><p>Tu es.</p>",
      `<link rel="canonical" href="https://x.example/de/los">${also}`,
    ).replace("<html>", '<html lang="de-DE">'),
    "c.html": page("Comment ça va", "<p>Bien.</p>").replace("<html>", '<html lang="fr">'),
  });
  write("hub/hub.yaml", read("hub.yaml").replace(/^languages:.*$/m, "languages: [en, de]"));
  const { told } = await run();
  expect(read("articles/general/start.de.mdx")).toContain('title: "Wie man beginnt"');
  expect(read("redirects.yaml")).toContain('"/de/los/": "/de/articles/general/start/"');
  expect(told).toContain('c.html:1 lang="fr" hub.yaml has no such language: the page was taken as one in en.');
  expect(await errors()).toEqual([]);
});
