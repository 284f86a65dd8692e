import path from "node:path";
import { readSources } from "#site/knowledge/read-sources.ts";
import { expect, test } from "./support.ts";

const offered = readSources(path.resolve("content")).articles.flatMap(({ id, language, frontmatter }) =>
  (frontmatter?.questions ?? []).map(({ ask }) => ({ id, language, ask })),
);

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
