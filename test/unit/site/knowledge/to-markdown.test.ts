import { expect, it } from "vitest";
import { parsePage } from "#site/knowledge/dom.ts";
import { toMarkdown } from "#site/knowledge/markdown/to-markdown.ts";
import { findArticle } from "#site/knowledge/read-article.ts";

function convert(body: string): string {
  const article = findArticle(parsePage(`<article data-article-id="a/b">${body}</article>`));
  if (!article) throw new Error("There is no article");
  return toMarkdown(article);
}

it.each([
  [
    "white space as a reader sees it",
    "<p>One\n  <b>two </b> three<i> and</i><br> four </p>",
    "One **two** three _and_\\\nfour\n",
  ],
  [
    "a link, code and emphasis",
    '<p>See <a href="/x/"><em>it</em></a>, <kbd>Ctrl K</kbd>.</p>',
    "See [_it_](/x/), `Ctrl K`.\n",
  ],
  [
    "a picture in its line, also one that opens large",
    '<p><a class="large" href="/a.png" data-press="enlarge"><img src="/a.png" alt="A rail"></a> and <img src="/b.png" alt=""></p>',
    "![A rail](/a.png) and ![](/b.png)\n",
  ],
  [
    "what would be read as markup",
    "<p>1. not a list, *not* strong, a &lt;b&gt;, [x]</p>",
    "1\\. not a list, \\*not\\* strong, a \\<b>, \\[x]\n",
  ],
  [
    "a list in a list",
    "<ul><li>One<ol><li>Two</li><li>Three</li></ol></li><li>Four</li></ul>",
    "- One\n\n  1. Two\n  2. Three\n\n- Four\n",
  ],
  [
    "tasks",
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> Done</li><li class="task-list-item"><p><input type="checkbox" disabled> Not yet</p></li></ul>',
    "- [x] Done\n- [ ] Not yet\n",
  ],
  ["a list that goes on counting", '<ol start="3"><li>Three</li></ol>', "3. Three\n"],
  [
    "a table",
    '<table><thead><tr><th>Name</th><th class="align-right">Sum</th></tr></thead><tbody><tr><td>a|b</td><td>1</td></tr></tbody></table>',
    "| Name | Sum |\n| ---- | --: |\n| a\\|b |   1 |\n",
  ],
  [
    "code",
    '<pre class="language-json"><code class="language-json"><span>{ "a":</span>\n  1 }\n</code></pre>',
    '```json\n{ "a":\n  1 }\n```\n',
  ],
  [
    "a drawing",
    '<figure><svg role="img" aria-label="Two boxes"><path/></svg><figcaption>How it goes</figcaption></figure>',
    "Figure: Two boxes\n\nHow it goes\n",
  ],
])("makes Markdown of %s", (_, html, markdown) => {
  expect(convert(html)).toBe(markdown);
});
