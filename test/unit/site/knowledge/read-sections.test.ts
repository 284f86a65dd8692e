import { describe, expect, it } from "vitest";
import { parsePage } from "#site/knowledge/dom.ts";
import { findArticle } from "#site/knowledge/read-article.ts";
import { readSections } from "#site/knowledge/read-sections.ts";

function sectionsOf(body: string) {
  const article = findArticle(parsePage(`<main><article data-article-id="a/b">${body}</article></main>`));
  if (!article) throw new Error("no article");
  return readSections(article, "Connect");
}

const trouble = `<details class="trouble" id="no-window" data-troubleshoot><summary>No window opens</summary>
  <dl><div><dt>Cause</dt><dd data-part="cause"><p>A blocker.</p></dd></div>
  <div><dt>Fix</dt><dd data-part="fix"><p>Allow <b>pop-ups</b>.</p></dd></div>
  <div><dt>It worked when</dt><dd data-part="verify"><p>It opens.</p></dd></div></dl></details>`;

describe("the sections of a built article", () => {
  it("begin with what stands before the first heading, and keep the way down to each heading", () => {
    const sections =
      sectionsOf(`<h1>Connect</h1><p>First.</p><h2 id="one">One</h2><p>Text.</p><h3 id="in">Inner</h3><p>Deep.</p>
      <h2 id="two">Two</h2><p>Last.</p>`);
    expect(sections.map(({ id, path }) => [id, path])).toEqual([
      ["", ["Connect"]],
      ["one", ["Connect", "One"]],
      ["in", ["Connect", "One", "Inner"]],
      ["two", ["Connect", "Two"]],
    ]);
  });

  it("hold no words that the reader does not see, or that are not the article's", () => {
    const [section] = sectionsOf(`<p>Seen.</p><!-- note --><script>run()</script><p hidden>No</p><nav><p>No</p></nav>
      <div data-knowledge="skip"><h2 id="person">Ask a person</h2><p>No</p></div><svg><title>No</title></svg><button>No</button>`);
    expect(section?.blocks).toEqual([{ type: "prose", text: "Seen." }]);
  });

  it("keep a step's words and its code apart, in their order", () => {
    const step = (body: string) =>
      sectionsOf(
        `<h2 id="s">S</h2><ol><li id="run" data-step="run" data-number="1"><h3><span data-part="title">Run</span></h3><div data-part="body">${body}</div></li></ol>`,
      )[0]?.blocks;
    const block = { type: "step", id: "run", number: 1, title: "Run" };
    const code = { text: "a\n  b", code: true };
    expect(step("<p>Run:</p><pre><code>a\n  b\n</code></pre>")).toEqual([
      { ...block, text: "Run: a b", parts: [{ text: "Run:" }, code] },
    ]);
    expect(step("<pre><code>a\n  b</code></pre><p>Wait.</p>")).toEqual([
      { ...block, text: "a b Wait.", parts: [code, { text: "Wait." }] },
    ]);
    // the same words stand outside the code, and within a list whose item ends without a sign
    expect(step("<p>Write <code>a b</code>:</p><ul><li>So:<pre>a\n  b</pre></li></ul><p>Wait.</p>")).toMatchObject([
      { parts: [{ text: "Write a b: So:" }, code, { text: "Wait." }] },
    ]);
    const tab = (label: string) => `<div data-tab><label><span>${label}</span></label><pre>${label} run</pre></div>`;
    expect(step(`<p>Run:</p>${tab("npm")}${tab("pnpm")}<figure><pre>no</pre></figure>`)?.[0]).toMatchObject({
      parts: [
        { text: "Run:" },
        { text: "npm:", tab: "npm" },
        { text: "npm run", code: true, tab: "npm" },
        { text: "pnpm:", tab: "pnpm" },
        { text: "pnpm run", code: true, tab: "pnpm" },
      ],
    });
    const crm = (label: string) => `<div data-tab><label>${label}</label><div><p>Map it.</p><p>Save.</p></div></div>`;
    expect(step(`<p>Then:</p>${crm("HubSpot")}${crm("Intercom")}<p>Wait.</p>`)).toEqual([
      {
        ...block,
        text: "Then: HubSpot: Map it. Save. Intercom: Map it. Save. Wait.",
        parts: [
          { text: "Then:" },
          { text: "HubSpot: Map it. Save.", tab: "HubSpot" },
          { text: "Intercom: Map it. Save.", tab: "Intercom" },
          { text: "Wait." },
        ],
      },
    ]);
  });

  it("keep the lines of code, and tell its title from prose", () => {
    const [section] = sectionsOf(
      `<p>Add this:</p><div class="code"><p class="code-t"><code>a.ts</code></p><div class="code"><pre><code><span>if (a) {</span>\n  b(&quot;x&quot;);\n}\n</code></pre><button>Copy</button></div></div><p>Then save.</p>`,
    );
    expect(section?.blocks).toEqual([
      { type: "prose", text: "Add this:" },
      { type: "prose", text: "a.ts", code: "" },
      { type: "prose", text: 'if (a) { b("x"); }', code: 'if (a) {\n  b("x");\n}' },
      { type: "prose", text: "Then save." },
    ]);
  });

  it("make a block of every paragraph, list item and table row, whatever holds them", () => {
    const [section] = sectionsOf(`<aside><p class="note-t">Two visits</p><p>Wait <strong>twice</strong>.</p></aside>
      <ul><li>One</li><li>Two<ul><li>Two and a half</li></ul></li></ul>
      <table><thead><tr><th>CRM</th><th>State</th></tr></thead><tbody><tr><td>HubSpot</td><td>live</td></tr></tbody></table>`);
    expect(section?.blocks.map((block) => block.type === "prose" && block.text)).toEqual([
      "Two visits",
      "Wait twice.",
      "One",
      "Two",
      "Two and a half",
      "HubSpot · live",
    ]);
  });

  it("say of each block of a tab whose it is, and which blocks are items of a list", () => {
    const [section] =
      sectionsOf(`<div data-tabs><div data-tab="a"><label><input type="radio"><span>HubSpot</span></label>
      <div><ul><li>404: gone.</li><li>429: wait.</li></ul></div></div></div><p>All of them pass.</p>`);
    expect(section?.blocks).toEqual([
      { type: "prose", text: "HubSpot: 404: gone.", item: true },
      { type: "prose", text: "HubSpot: 429: wait.", item: true },
      { type: "prose", text: "All of them pass." },
    ]);
  });

  it("keep a step's words apart from its figure and its troubleshooting", () => {
    const [section] =
      sectionsOf(`<h2 id="steps">Steps</h2><ol><li class="step" id="open" data-step="open" data-number="1">
      <h3><span data-knowledge="skip">1</span><span data-part="title">Open it</span></h3>
      <div data-part="body"><p>Press <b>Connect</b>.</p><p>Wait.</p><figure><svg></svg><figcaption>The tab.</figcaption></figure></div>
      <p class="expect"><b>You see</b> <span data-part="expect">A window.</span></p>
      <fieldset data-knowledge="skip">It worked</fieldset><div>${trouble}</div></li></ol>`);
    expect(section).toMatchObject({ id: "steps", heading: "Steps", kind: "steps" });
    expect(section?.blocks).toEqual([
      { type: "step", id: "open", number: 1, title: "Open it", text: "Press Connect. Wait.", expect: "A window." },
      {
        type: "troubleshoot",
        id: "no-window",
        symptom: "No window opens",
        cause: "A blocker.",
        fix: "Allow pop-ups.",
        verify: "It opens.",
      },
      { type: "prose", text: "The tab." },
    ]);
  });

  it("part a list's items and a tab's label within a step, where only layout parts them", () => {
    const [section] =
      sectionsOf(`<ol><li class="step" id="s" data-step="s" data-number="2"><div data-part="body"><p>Enter:</p>
      <ul><li>Client ID</li><li>Client <b>Secret</b></li></ul><div data-tab="x"><label><input type="radio"><span>HubSpot</span></label><p>Save.</p></div>
      </div></li></ol>`);
    expect(section?.blocks[0]).toMatchObject({ text: "Enter: Client ID; Client Secret. HubSpot: Save." });
  });

  it("are of kind troubleshooting where a troubleshooting block stands outside of steps", () => {
    const sections = sectionsOf(`<h2 id="trouble">Trouble</h2><p>It is quiet.</p>${trouble}`);
    expect(sections.map(({ kind }) => kind)).toEqual(["troubleshooting"]);
  });
});
