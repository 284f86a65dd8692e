import { expect, it } from "vitest";
import { loadHub } from "#content/hub.ts";
import { Frontmatter } from "#content/schema.ts";
import { parsePage } from "#site/knowledge/dom.ts";
import { findArticle, readArticle } from "#site/knowledge/read-article.ts";

const frontmatter = Frontmatter.parse({
  title: "Connect",
  summary: "How to connect your CRM.",
  kind: "guide",
  updated: new Date("2026-11-20"),
  sources: ["Ours"],
});

function versionOf(body: string): string {
  const html = `<main><article data-article-id="crm/connect" lang="en" data-minutes="1"><h1>Connect</h1>${body}</article></main>`;
  const article = findArticle(parsePage(html));
  if (!article) throw new Error("no article");
  return readArticle(article, { url: "/articles/crm/connect/", frontmatter, parts: [], hub: loadHub("content") })
    .contentHash;
}

// Written down, since hubs keep it: what is counted by version, and who waits for a new one, outlives a new program.
it("an article that nobody changed keeps its version when the program is a newer one", () => {
  expect(versionOf(`<p>First.</p><h2 id="two">Two</h2><ul><li>One</li><li>Another</li></ul>`)).toBe("08deb83c0e867944");
  const code = `<p>Add:</p><p class="code-t">a.ts</p><pre><code>if (a) {\n  b();\n}</code></pre>`;
  expect(versionOf(code)).toBe("4f76cdb78e8ce207");
});

it("an article whose words changed is a new version", () => {
  expect(versionOf("<ul><li>One</li></ul>")).not.toBe(versionOf("<ul><li>Two</li></ul>"));
});
