import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { nameHeadings } from "#site/build/name-headings.ts";

test("a heading without a letter is named by its signs; any other is left to the processor", async () => {
  const { html } = await markdownToHtml("## →\n\n## 設定\n\n### `✓`\n", { hastPlugins: [nameHeadings] });
  expect([...html.matchAll(/<h\d[^>]*>/g)].map(([tag]) => tag)).toEqual(['<h2 id="u2192">', "<h2>", '<h3 id="u2713">']);
});
