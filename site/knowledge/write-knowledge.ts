import { createHash } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Knowledge, type KnowledgeArticle } from "#content/knowledge.ts";
import type { RedirectSource } from "#content/redirects.ts";
import { languageOfPath, pathWithout } from "#content/languages.ts";
import type { Glossary, Hub } from "#content/schema.ts";
import type { Address } from "./built-pages.ts";
import type { ArticlePage } from "./read-pages.ts";

/**
 * Articles, each in every language that it has. Its versions share a hash: votes and links are to the article, whatever
 * language it was read in.
 */
export function shareHashes(articles: KnowledgeArticle[]): KnowledgeArticle[] {
  const versions = Map.groupBy(articles, ({ id }) => id);
  return articles.map((article) => ({ ...article, contentHash: joinHashes(versions.get(article.id) ?? []) }));
}

function joinHashes(versions: KnowledgeArticle[]): string {
  const [first, ...others] = versions.map(({ contentHash }) => contentHash);
  if (others.length === 0) return first ?? "";
  return createHash("sha256")
    .update([first, ...others].join(" "))
    .digest("hex")
    .slice(0, 16);
}

/** Of each article the version in the `standard` language, where it has one; the others stand beside them. */
export function writeKnowledge(
  buildDir: string,
  glossary: Glossary,
  versions: KnowledgeArticle[],
  standard: string,
): void {
  const articles = [...Map.groupBy(versions, ({ id }) => id).values()].flatMap(
    (own) => own.find(({ language }) => language === standard) ?? own.slice(0, 1),
  );
  const first = new Set(articles);
  const translations = versions.filter((version) => !first.has(version));
  const knowledge = Knowledge.parse({ version: 1, glossary, articles, translations });
  writeFileSync(path.join(buildDir, "knowledge.json"), JSON.stringify(knowledge));
}

/** Old addresses for the server, which answers them where no page has that address. */
export function writeRedirects(buildDir: string, { redirects }: RedirectSource): void {
  const moved = Object.fromEntries(redirects.map(({ from, to }) => [from, to]));
  writeFileSync(path.join(buildDir, "redirects.json"), JSON.stringify(moved));
}

/**
 * Gives what tells each article's page which version of the article it shows, for what readers report about it:
 * `<article data-article-id=… data-content-hash=…>`.
 */
export function stampBy(shown: ArticlePage[], articles: KnowledgeArticle[]): (html: string, page: Address) => string {
  const hashes = new Map(articles.map(({ id, contentHash }) => [id, contentHash]));
  const pages = new Map(shown.map((page) => [page.file, page]));
  return (html, { file }) => {
    const page = pages.get(file);
    if (!page) return html;
    const mark = `<article data-content-hash="${hashes.get(page.id) ?? ""}"`;
    return html.slice(0, page.at) + mark + html.slice(page.at + "<article".length);
  };
}

/** Moves the frames for the server's own pages out of what is served: shell.html, and shell.<lang>.html. */
export function moveShells(publicDir: string, pages: Address[], hub: Hub): void {
  const shells = pages.filter(({ path: url }) => pathWithout(hub, url) === "/shell/");
  for (const { path: url, file } of shells) {
    const language = languageOfPath(hub, url);
    const name = language === hub.languages[0] ? "shell.html" : `shell.${language}.html`;
    renameSync(path.join(publicDir, file), path.join(path.dirname(publicDir), name));
    rmSync(path.join(publicDir, path.dirname(file)), { recursive: true });
  }
}
