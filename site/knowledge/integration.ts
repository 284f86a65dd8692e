/**
 * What follows a build: content is checked, built pages become knowledge.json, and the browser's index is made.
 * A mistake fails the build with file and line.
 */
import { globSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { AstroError } from "astro/errors";
import { checkTranslation } from "#content/translations.ts";
import { formatMistakes, type Mistake } from "#content/mistakes.ts";
import { checkRedirects } from "#content/redirects.ts";
import { joinStyles } from "#site/build/join-styles.ts";
import { precompress } from "#site/build/precompress.ts";
import { putScriptsLater } from "#site/build/scripts-later.ts";
import { translateScripts } from "#site/build/translate-scripts.ts";
import { createSocialImages } from "#site/social/social-images.ts";
import { contentDir, hub, publicUrl, speeches } from "#site/settings.ts";
import { listPages, openPages, rewritePages, type Address, type Built } from "./built-pages.ts";
import { createPageCheck } from "./check-pages.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkSources } from "./check-sources.ts";
import { listMarkdown, writeMarkdown } from "./markdown/write-markdown.ts";
import { readPages } from "./read-pages.ts";
import { readSources } from "./read-sources.ts";
import { moveShells, shareHashes, stampBy, writeKnowledge, writeRedirects } from "./write-knowledge.ts";
import { writeSearchIndex } from "./write-search-index.ts";

const SHOWN = 20;
const [standard = "en"] = hub.languages;

export default function knowledge(): AstroIntegration {
  return {
    name: "handrail:knowledge",
    hooks: {
      "astro:config:setup": ({ command, logger }) => {
        const mistakes = checkSources(readSources(contentDir, standard), hub);
        if (command === "build") refuse(mistakes);
        else if (mistakes.length > 0) logger.warn(formatMistakes(mistakes));
      },
      "astro:build:done": ({ dir, logger }) => finishBuild(fileURLToPath(dir), logger),
    },
  };
}

async function finishBuild(outDir: string, logger: AstroIntegrationLogger): Promise<void> {
  const publicDir = path.resolve(outDir);
  await importWords();
  refuse(checkTranslations());
  const addresses = listPages(publicDir);
  // Pagefind is a process of its own
  const [indexed, known] = await Promise.all([writeSearchIndex(publicDir), finishPages(publicDir, addresses)]);
  moveShells(publicDir, addresses, hub);
  await precompress(publicDir);
  logger.info(`${known} articles known, ${indexed.pages} pages searchable, every link checked`);
}

/** Gives how many articles there are. */
async function finishPages(publicDir: string, addresses: Address[]): Promise<number> {
  const buildDir = path.dirname(publicDir);
  const sources = readSources(contentDir, standard);
  const checked = createPageCheck({ publicDir, sources: sources.articles });
  const pages = openPages(publicDir, addresses);
  const pictures = socialImages(publicDir);
  const check = (built: Built) => {
    checked.read(built);
    pictures.read(built);
  };
  const { shown, markdown, ...read } = await readPages({ pages, sources: sources.articles, hub, check });

  const judge = checked.judgeBy(new Set([...listFiles(publicDir), ...listMarkdown(shown)]));
  refuse([
    ...checked.finish(judge, () => openPages(publicDir, addresses)),
    ...checkRedirects(sources.redirects, judge),
  ]);
  const articles = shareHashes(read.articles);
  const first = articles.filter(({ language }) => language === standard);
  refuse(checkQuestions(sources.questions, first));
  const stamp = stampBy(shown, articles);
  const translate = translateScripts(publicDir, speeches, hub);
  const join = joinStyles(publicDir);
  const picture = await pictures.finish();
  rewritePages(publicDir, addresses, (html, page) =>
    picture(putScriptsLater(join(translate(stamp(html, page), page.path))), page),
  );
  writeKnowledge(buildDir, sources.glossary, articles, standard);
  writeRedirects(buildDir, sources.redirects);
  writeMarkdown({ publicDir, articles, markdown, hub, origin: publicUrl });
  return articles.length;
}

const socialImages = (publicDir: string) =>
  createSocialImages({
    publicDir,
    cacheDir: path.resolve(".cache/social"),
    hub,
    now: Date.now(),
    // build.mjs listens
    tell: (text) => process.send?.(text),
    warn: (text) => process.stdout.write(text),
  });

const listFiles = (publicDir: string) =>
  globSync("**/*", { cwd: publicDir }).map((name) => `/${name.split(path.sep).join("/")}`);

function refuse(mistakes: Mistake[]): void {
  if (mistakes.length === 0) return;
  throw new AstroError(
    `The content has ${mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`}:\n${formatMistakes(mistakes)}`,
  );
}

/** What is wrong with the translations of the interface. What is missing in them is said, and stands in English. */
function checkTranslations(): Mistake[] {
  return hub.languages.flatMap((language) => {
    const { mistakes, missing } = checkTranslation(contentDir, language);
    const [count, shown] = [missing.length, missing.slice(0, SHOWN).join(", ")];
    if (count > 0)
      process.stdout.write(
        `${language}: ${count} texts are missing and stand in English: ${shown}${count > SHOWN ? " …" : ""}\n`,
      );
    return mistakes;
  });
}

/** English is known once it has been imported. */
async function importWords(): Promise<void> {
  for (const file of globSync(["{content,server,site}/**/*.words.ts", "site/strings.ts"]))
    await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
}
