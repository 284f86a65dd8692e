import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findSection, SECTIONS } from "#server/features/integrations/checks/sections.ts";

const CONTENT = path.resolve(import.meta.dirname, "../../../../../content/articles");

/** As the site makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

const anchorsOf = (article: string): string[] =>
  [...readFileSync(path.join(CONTENT, `${article}.mdx`), "utf8").matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = ""]) =>
    anchorOf(heading),
  );

describe("what explains a result", () => {
  it.each(Object.values(SECTIONS))("%s has the section “%s”", (article, anchor) => {
    expect(anchorsOf(article)).toContain(anchor);
  });

  it("is the address of a section, and nothing where a hub's own articles have none", () => {
    const sections = [{ id: "the-three-choices", heading: "The three choices" }];
    const article = { url: "/articles/syncing/duplicates/", title: "Duplicates", sections };
    const articles = new Map([["syncing/duplicates-and-existing-contacts", article]]);
    expect(findSection(articles, "choices")).toEqual({
      title: "Duplicates › The three choices",
      url: "/articles/syncing/duplicates/#the-three-choices",
    });
    expect(findSection(articles, "doNothing")).toBeNull();
    expect(findSection(articles, "connect")).toBeNull();
  });
});
