import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { parseArticlePath } from "#content/article-path.ts";
import { Frontmatter } from "#content/schema.ts";
import { expect, test } from "./support.ts";

const CONTENT = path.resolve("content");

const offered = globSync(["articles/*/*.mdx", "learn/*.mdx"], { cwd: CONTENT }).flatMap((file) => {
  const { id, language } = parseArticlePath(file.replace(/^articles\//, ""), "en");
  const [, front = ""] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(path.join(CONTENT, file), "utf8")) ?? [];
  return Frontmatter.parse(parse(front)).questions.map(({ ask }) => ({ id, language, ask }));
});

test("every question that a page offers is answered from the articles, without a model", async ({ request }) => {
  expect(offered.length).toBeGreaterThan(100);
  const missed: string[] = [];
  for (const [index, { id, language, ask }] of offered.entries()) {
    const response = await request.post(`/api/ask?language=${language}`, {
      data: { question: ask, articleId: id },
      // each is somebody else: what one visitor may ask is limited
      headers: { accept: "application/json", "x-forwarded-for": `10.9.${index >> 6}.${index & 63}` },
    });
    const { verdict } = (await response.json()) as { verdict?: string };
    if (verdict !== "answered") missed.push(`${language} ${id}: ${ask} (${verdict ?? response.status()})`);
  }
  expect(missed).toEqual([]);
});
