import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Knowledge, type KnowledgeArticle } from "#content/knowledge.ts";
import type { RedirectSource } from "#content/redirects.ts";
import type { Glossary, Hub } from "#content/schema.ts";
import type { Built } from "./built-pages.ts";
import { attribute } from "./dom.ts";
import { findArticle, readArticle } from "./read-article.ts";
import type { ArticleSource } from "./read-sources.ts";

/** The articles among the built pages. @throws Error when a page says it is an article that has no source. */
export function readArticles(pages: Built[], sources: ArticleSource[], hub: Hub): KnowledgeArticle[] {
  return pages.flatMap(({ page, path: url }) => {
    const element = findArticle(page);
    if (!element) return [];
    const id = attribute(element, "data-article-id");
    const frontmatter = sources.find((source) => source.id === id)?.frontmatter;
    if (!frontmatter) throw new Error(`${url} is the page of "${id}", which is not among the articles`);
    return [readArticle(page, element, { url, frontmatter, hub })];
  });
}

export function writeKnowledge(buildDir: string, glossary: Glossary, articles: KnowledgeArticle[]): void {
  const knowledge = Knowledge.parse({ version: 1, glossary, articles });
  writeFileSync(path.join(buildDir, "knowledge.json"), JSON.stringify(knowledge));
}

/** Old addresses for the server, which answers them where no page has that address. */
export function writeRedirects(buildDir: string, { redirects }: RedirectSource): void {
  const moved = Object.fromEntries(redirects.map(({ from, to }) => [from, to]));
  writeFileSync(path.join(buildDir, "redirects.json"), JSON.stringify(moved));
}

/**
 * Tells each article's page which version of the article it shows, for what readers report about it:
 * `<article data-article-id=… data-content-hash=…>`.
 */
export function stampArticle(built: Built, contentHash: string): string {
  const mark = `<article data-content-hash="${contentHash}"`;
  const at = findArticle(built.page)?.startIndex;
  if (at === undefined || at === null) throw new Error(`${built.path} has no article`);
  return built.html.slice(0, at) + mark + built.html.slice(at + "<article".length);
}

/** Moves the frame for the server's own pages out of what is served. Null when the site has none. */
export function moveShell(publicDir: string, pages: Built[]): Built | null {
  const shell = pages.find(({ path: url }) => url === "/shell/" || url === "/shell.html");
  if (!shell) return null;
  renameSync(path.join(publicDir, shell.file), path.join(path.dirname(publicDir), "shell.html"));
  if (shell.path === "/shell/") rmSync(path.join(publicDir, "shell"), { recursive: true });
  return shell;
}
