import { satteri } from "@astrojs/markdown-satteri";
import { expect, test } from "vitest";
import { knownLanguages } from "#site/build/known-languages.ts";

async function render(lang: string): Promise<string> {
  const processor = satteri({ mdastPlugins: [knownLanguages] });
  const renderer = await processor.createRenderer({ syntaxHighlight: "prism" });
  return (await renderer.render(`\`\`\`${lang}\n<b onclick="x()">{{ a }}</b>\n\`\`\`\n`)).code;
}

test("code of a language that nothing here knows is text, never markup", async () => {
  for (const lang of ["blade", "constructor", "no-such"]) {
    const html = await render(lang);
    expect(html).toContain("language-text");
    expect(html).not.toContain("<b");
    expect(html).toContain("&lt;b onclick=");
  }
});

test("a language that is known is coloured, however it is written", async () => {
  for (const lang of ["html", "HTML"]) expect(await render(lang)).toContain('class="token tag"');
  expect(await render("js")).toContain("language-js");
});
