import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Knowledge, type KnowledgeArticle } from "#content/knowledge.ts";
import { decide } from "#server/features/ask/decide.ts";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { writeExtractive } from "#server/features/ask/write-extractive.ts";
import { SAY } from "#server/features/ask/answer.words.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
const folder = freshFolder("build");

function build() {
  const [contentDir, out] = [path.join(root, "content"), path.join(folder, "public")];
  const env = { ...process.env, CONTENT_DIR: contentDir, BUILD_OUT: out, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "scripts/build-pages.mjs")], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { status, output: `${stdout}\n${stderr}` };
}

/** "HubSpot: " before what stands in that tab of the page: its label stands above it. */
function withoutTabs(text: string, html: string): string {
  const labels = [...html.matchAll(/<label class="tab-l[^"]*">.*?<span>([^<]+)<\/span>/g)].map(([, label]) => label);
  return labels.length === 0 ? text : text.replaceAll(new RegExp(`(?<![^.!?”] )\\b(?:${labels.join("|")}): `, "g"), "");
}

describe("the hub's own articles, built", () => {
  let knowledge: Knowledge;
  const page = (url: string) => readFileSync(path.join(folder, "public", url, "index.html"), "utf8");

  beforeAll(() => {
    const { status, output } = build();
    expect(status, output).toBe(0);
    knowledge = Knowledge.parse(JSON.parse(readFileSync(path.join(folder, "knowledge.json"), "utf8")));
  }, 120_000);

  it("are known with every anchor that a link may open, and each page says which version it shows", () => {
    expect(knowledge.articles.length).toBeGreaterThanOrEqual(16);
    for (const article of knowledge.articles) {
      const html = page(article.url);
      expect(html).toContain(`data-content-hash="${article.contentHash}"`);
      for (const anchor of anchorsOf(article)) expect(html, `${article.url}#${anchor}`).toContain(`id="${anchor}"`);
    }
  });

  it("have no part of the page itself in the way of a heading's name", () => {
    // what names headings writes no capital letters
    for (const { url } of knowledge.articles) {
      const around = page(url).replace(/<article.*<\/article>/s, "");
      for (const [, id = ""] of around.matchAll(/ id="([^"]+)"/g)) expect(id, url).toMatch(/\p{Lu}/u);
    }
  });

  it("are Markdown too, each with its steps, its troubleshooting and links that lead somewhere", () => {
    const listed = readFileSync(path.join(folder, "public/llms.txt"), "utf8");
    const whole = readFileSync(path.join(folder, "public/llms-full.txt"), "utf8");
    for (const { title, url, sections } of knowledge.articles) {
      const markdown = readFileSync(path.join(folder, "public", url, "page.md"), "utf8");
      expect(markdown.startsWith(`# ${title}\n`), url).toBe(true);
      expect(listed).toContain(`](${url}page.md)`);
      expect(whole).toContain(markdown);
      expect(markdown, url).not.toMatch(/&#x|Did step|<(?:div|span|svg|input|button)/);
      const blocks = sections.flatMap((section) => section.blocks);
      for (const block of blocks) {
        if (block.type === "step") expect(markdown, url).toContain(`### Step ${block.number}: `);
        if (block.type === "troubleshoot") expect(markdown, url).toMatch(/^#### .+\n\n\*\*Cause:\*\* /m);
      }
      for (const [, linked = ""] of markdown.matchAll(/\]\((\/(?:articles|learn)\/[^)#]*)/g))
        expect(
          knowledge.articles.some((each) => each.url === linked),
          `${url} → ${linked}`,
        ).toBe(true);
    }
  });

  it("are quoted word for word from the section that the citation's link opens", () => {
    const index = createKnowledge(knowledge);
    let quoted = 0;
    for (const question of knowledge.articles.flatMap(questionsOf)) {
      const { found } = retrieve(index, { question, turns: [], integrationNames: [] });
      const { passages } = decide(question, found, index.passages.length);
      const sources = numberSources(passages);
      const pieces = writeExtractive({ question, terms: found.terms, passages, sources });
      for (const { text, citations } of pieces.filter((piece) => piece.text !== SAY.verifyLead)) {
        const [source] = sources.filter(({ source: { n } }) => citations.includes(n)).map((each) => each.source);
        const html = page(source?.url.split("#")[0] ?? "");
        const said = sectionWords(html, source?.section ?? "");
        for (const sentence of splitSentences(withoutTabs(text.replace(/^\d+\. /, ""), html))) {
          expect(said, `${question} → ${source?.url}`).toContain(wordsOf(sentence));
          quoted++;
        }
      }
    }
    expect(quoted).toBeGreaterThan(500);
  });
});

const anchorsOf = ({ sections }: KnowledgeArticle): string[] =>
  sections
    .flatMap(({ id, blocks }) => [id, ...blocks.map((block) => (block.type === "prose" ? "" : block.id))])
    .filter(Boolean);

const questionsOf = ({ title, sections }: KnowledgeArticle): string[] => [
  title,
  `How do I ${title}?`,
  ...sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.map((block) =>
      block.type === "troubleshoot" ? block.symptom : block.type === "step" ? block.title : block.text,
    ),
  ]),
];

const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** What a reader sees from an anchor to the next heading of its rank; read apart from what the build reads with. */
function sectionWords(html: string, anchor: string): string {
  const from = anchor ? html.indexOf(`id="${anchor}"`) : html.indexOf("<article");
  const opening = html.lastIndexOf("<", from);
  const tag = /^<(\w+)/.exec(html.slice(opening))?.[1] ?? "";
  const end = {
    h2: /<h2|<\/article/,
    h3: /<h[23]|<\/article/,
    li: /<li class="step"|<h2|<\/article/,
    details: /<\/details>/,
  }[tag];
  const rest = html.slice(opening + 1);
  const section = rest.slice(0, rest.search(end ?? /<h2|<\/article/));
  // what a word means is shown when a reader asks for it
  const said = section.replace(/<span class="term-tip"[^<]*<\/span>/g, "");
  const shown = said.replace(/<(svg|script|style|fieldset)[\s\S]*?<\/\1>|<th\b[\s\S]*?<\/th>/g, " ");
  const text = shown.replace(/<\/?(?:a|b|strong|em|code|span|i|kbd|dfn)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ");
  return wordsOf(
    text
      .replace(/&amp;/g, "&")
      .replace(/&quot;/g, '"')
      .replace(/&#39;|&#x27;/g, "'")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">"),
  );
}
