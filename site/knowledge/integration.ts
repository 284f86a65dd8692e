/**
 * What follows a build: content is checked, built pages become knowledge.json, and the browser's index is made.
 * A mistake fails the build with file and line.
 */
import { globSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { AstroError } from "astro/errors";
import { formatMistakes, type Mistake } from "#content/mistakes.ts";
import { checkRedirects } from "#content/redirects.ts";
import { contentDir, hub, publicUrl } from "#site/settings.ts";
import { readBuiltPages } from "./built-pages.ts";
import { judgeAddresses } from "./check-links.ts";
import { checkPages } from "./check-pages.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkSources } from "./check-sources.ts";
import { listMarkdown, writeMarkdown } from "./markdown/write-markdown.ts";
import { readSources } from "./read-sources.ts";
import { moveShell, readArticles, stampArticle, writeKnowledge, writeRedirects } from "./write-knowledge.ts";
import { writeSearchIndex } from "./write-search-index.ts";

export default function knowledge(): AstroIntegration {
  return {
    name: "handrail:knowledge",
    hooks: {
      "astro:config:setup": ({ command, logger }) => {
        const mistakes = checkSources(readSources(contentDir), hub);
        if (command === "build") refuse(mistakes);
        else if (mistakes.length > 0) logger.warn(formatMistakes(mistakes));
      },
      "astro:build:done": ({ dir, logger }) => finishBuild(fileURLToPath(dir), logger),
    },
  };
}

async function finishBuild(outDir: string, logger: AstroIntegrationLogger): Promise<void> {
  const publicDir = path.resolve(outDir);
  const buildDir = path.dirname(publicDir);
  const sources = readSources(contentDir);
  const built = readBuiltPages(publicDir);
  const files = new Set([...listFiles(publicDir), ...listMarkdown(built)]);
  refuse([
    ...checkPages({ publicDir, pages: built, files, sources: sources.articles }),
    ...checkRedirects(sources.redirects, judgeAddresses(built, files)),
  ]);

  const shell = moveShell(publicDir, built);
  const pages = built.filter((each) => each !== shell);
  const articles = readArticles(pages, sources.articles, hub);
  refuse(checkQuestions(sources.questions, articles));
  for (const article of articles) {
    const page = pages.find(({ path: url }) => url === article.url);
    if (page) writeFileSync(path.join(publicDir, page.file), stampArticle(page, article.contentHash));
  }
  writeKnowledge(buildDir, sources.glossary, articles);
  writeRedirects(buildDir, sources.redirects);
  writeMarkdown({ publicDir, pages, articles, hub, origin: publicUrl });
  const indexed = await writeSearchIndex(publicDir);
  logger.info(`${articles.length} articles known, ${indexed.pages} pages searchable, every link checked`);
}

const listFiles = (publicDir: string) =>
  globSync("**/*", { cwd: publicDir }).map((name) => `/${name.split(path.sep).join("/")}`);

function refuse(mistakes: Mistake[]): void {
  if (mistakes.length === 0) return;
  throw new AstroError(
    `The content has ${mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`}:\n${formatMistakes(mistakes)}`,
  );
}
