/** What becomes of pages, from the first that Astro writes to files that are ready to be served. Search stands apart. */
import { globSync } from "node:fs";
import path from "node:path";
import { checkRedirects } from "#content/redirects.ts";
import { dropMarks } from "#site/build/drop-marks.ts";
import { joinStyles } from "#site/build/join-styles.ts";
import { precompress } from "#site/build/precompress.ts";
import { putScriptsLater } from "#site/build/scripts-later.ts";
import { SCRIPTS, translateScripts } from "#site/build/translate-scripts.ts";
import { createSocialImages } from "#site/social/social-images.ts";
import { contentDir } from "#site/content-dir.ts";
import { hub, publicUrl, speeches } from "#site/settings.ts";
import { listVideoFiles } from "#site/videos/find-video.ts";
import { listPages, openPage, rewritePages, type Address, type Built } from "./built-pages.ts";
import { checkHubLinks } from "./check-hub-links.ts";
import { createPageCheck } from "./check-pages.ts";
import { checkBuiltOffers, checkQuestionSections } from "./check-questions.ts";
import { checkTranslations } from "./check-translations.ts";
import { listMarkdown, writeMarkdown } from "./markdown/write-markdown.ts";
import { readPages } from "./read-pages.ts";
import type { ContentSources, WrittenArticle } from "./read-sources.ts";
import { refuse } from "./refuse-mistakes.ts";
import { shareHashes, stampBy, writeKnowledge, writeRedirects } from "./write-knowledge.ts";
import { SEARCH } from "./write-search-index.ts";

const [standard = "en"] = hub.languages;

/** What the writers wrote, read and found sound. */
export type Sound = Pick<ContentSources, "glossary" | "questions" | "redirects"> & { articles: WrittenArticle[] };
export type Asked = {
  publicDir: string;
  sources: Sound;
  /** Done when scripts and styles are written. */
  begun: Promise<unknown>;
  /** Each as soon as it is written. */
  pages: AsyncIterable<Address>;
  /** Progress, piece by piece, of a line that somebody else ends. */
  tell: (text: string) => void;
  warn: (text: string) => void;
  /** knowledge.json is there, while there is more to do. */
  written: () => void;
};

/** Gives how many articles there are. @throws Refusal */
export async function finishPages({ publicDir, sources, begun, pages, tell, warn, written }: Asked): Promise<number> {
  refuse(await checkTranslations(warn));
  const checked = createPageCheck({ publicDir, sources: sources.articles });
  const pictures = createSocialImages({ ...PICTURES, publicDir, now: Date.now(), tell, warn });
  await begun;
  const assets = listFiles(publicDir);
  const translate = translateScripts(publicDir, speeches, hub);
  const styles = joinStyles(publicDir);
  // their best quality takes long: it is sought while pages are written
  const scripts = precompress(publicDir, [], ALL_SCRIPTS);

  const check = (built: Built) => {
    checked.read(built);
    pictures.read(built);
  };
  const opened = openEach(publicDir, pages);
  const { shown, markdown, ...read } = await readPages({ pages: opened, sources: sources.articles, hub, check });
  const addresses = listPages(publicDir);
  const videos = listVideoFiles(contentDir).map(({ url }) => url);
  const judge = checked.judgeBy(new Set([...assets, ...videos, ...listFiles(publicDir), ...listMarkdown(shown)]));
  refuse(checkHubLinks(contentDir, judge));
  refuse([
    ...checked.finish(judge, () => addresses.values().map((address) => openPage(publicDir, address))),
    ...checkRedirects(sources.redirects, judge),
  ]);
  const articles = shareHashes(read.articles);
  const first = articles.filter(({ language }) => language === standard);
  refuse([...checkQuestionSections(sources.questions, first), ...checkBuiltOffers(sources.articles, articles)]);
  const stamp = stampBy(shown, articles);
  const picture = await pictures.finish();
  rewritePages(publicDir, addresses, (html, page) =>
    picture(putScriptsLater(dropMarks(styles.join(translate(stamp(html, page), page.path)))), page),
  );
  styles.dropJoined();
  const buildDir = path.dirname(publicDir);
  writeKnowledge(buildDir, sources.glossary, articles, standard);
  written();
  writeRedirects(buildDir, sources.redirects);
  writeMarkdown({ publicDir, articles, markdown, hub, origin: publicUrl });
  await Promise.all([scripts, precompress(publicDir, [ALL_SCRIPTS, `${SEARCH}/**`])]);
  return articles.length;
}

const ALL_SCRIPTS = `${SCRIPTS}/**/*.js`;
const PICTURES = { cacheDir: path.resolve(".cache/social"), contentDir, hub };

async function* openEach(publicDir: string, pages: AsyncIterable<Address>): AsyncGenerator<Built> {
  for await (const address of pages) yield openPage(publicDir, address);
}

const listFiles = (publicDir: string) =>
  globSync("**/*", { cwd: publicDir }).map((name) => `/${name.split(path.sep).join("/")}`);
