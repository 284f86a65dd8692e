import { stringify } from "yaml";
import { Frontmatter } from "#content/schema.ts";
import type { Article } from "../articles.ts";
import { writeMdx } from "../markdown/parse.ts";
import { IMPORTED_FROM } from "./earlier.ts";

/** An article as its file in `articles/`. @throws Error when it is none that the hub would take. */
export function writeArticle({ page, title, short, summary, kind, group, order }: Article): string {
  const fields = {
    title,
    short,
    summary,
    kind,
    group,
    order,
    updated: page.updated,
    keywords: page.keywords.length > 0 ? page.keywords : undefined,
    sources: [`${IMPORTED_FROM}${page.addresses[0] ?? page.file}`],
    draft: page.draft || undefined,
  };
  Frontmatter.parse(fields);
  const yaml = stringify(fields, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
  return `---\n${yaml.replace(/^(updated|kind|group): "(.*)"$/gm, "$1: $2")}---\n\n${writeMdx(page.tree)}`;
}
