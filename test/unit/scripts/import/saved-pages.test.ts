import { expect, test } from "vitest";
import { bodyOf, openImport } from "#test/support/import-content.ts";

/** What saved pages of Zendesk and Intercom hold outside of their plain text. */
const { source, run, read, errors } = openImport();

const page = (body: string, beside = "") =>
  `<!doctype html><html lang="en"><head><title>All of it</title><meta name="description" content="How it is done, step by step."></head>
<body><main><h1>All of it</h1><div class="article-body">${body}</div>${beside}</main></body></html>`;

test("what a click unfolds is a section, though it is hidden until then", async () => {
  source({
    "a.html": page(`<p>Words.</p>
<div class="accordion"><div class="item"><button type="button" aria-expanded="false">Why two hours?</button><div class="content" aria-hidden="true"><p>So that both work.</p></div></div></div>
<h2><button aria-expanded="false" aria-controls="b">And then?</button></h2><div id="b" hidden><p>Wait.</p></div>
<span aria-hidden="true">decoration</span>`),
  });
  const { told } = await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`Words.

## Why two hours?

So that both work.

## And then?

Wait.
`);
  expect(told).toEqual([]);
  expect(await errors()).toEqual([]);
});

test("lists right within lists stay, a page's own list of contents goes, the words below its title are its summary", async () => {
  source({
    "a.html": `<!doctype html><html lang="en"><head><title>All of it</title></head><body><main>
<header><h1>All of it</h1><p class="page-lead">How it is done, step by step.</p></header>
<h2>Table of contents</h2><ul><li><a href="#one">One</a></li><ul><li><a href="#two">Two</a></li></ul></ul>
<h2>Contents</h2><ul><li>A box</li></ul>
<h3 id="one">One</h3><ul><li>First<br></li><ul><li>Within</li></ul><li>Second</li></ul>
<h3 id="two">Two</h3><p>Last.</p></main></body></html>`,
  });
  await run();
  expect(read("articles/general/a.mdx")).toContain('summary: "How it is done, step by step."');
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`## Contents

- A box

### One

- First
  - Within
- Second

### Two

Last.
`);
  expect(await errors()).toEqual([]);
});

test("Intercom's boxes are callouts, the red one a warning; what an abbreviation stands for stays", async () => {
  source({
    "a.html":
      page(`<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p>Save first.</p></div>
<div class="intercom-interblocks-callout" style="background-color: #fed9db80; border-color: #fd3a5733;"><p>It is for ever.</p></div>
<p>The <abbr title="Key Management">KMS</abbr> does it.</p>`),
  });
  await run();
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(`<Callout kind="note">
  Save first.
</Callout>

<Callout kind="warning">
  It is for ever.
</Callout>

The KMS (Key Management) does it.
`);
});

test("files that Zendesk lists below the text come along as links", async () => {
  const beside = `<div class="article-attachments"><ul class="attachments"><li><a href="/hc/article_attachments/3">keys.pdf</a><div class="attachment-meta">200 KB</div></li></ul></div>`;
  source({ "a.html": page("<p>Words.</p>", beside) });
  await run({ site: "https://help.example.com/" });
  expect(bodyOf(read("articles/general/a.mdx"))).toBe(
    "Words.\n\n- [keys.pdf](https://help.example.com/hc/article_attachments/3)\n\n  200 KB\n",
  );
});
