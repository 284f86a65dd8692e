import { globSync, statSync } from "node:fs";
import path from "node:path";
import { VIDEOS_FOLDER } from "#content/article-path.ts";
import { attributeOf, tagsOf } from "#site/knowledge/mdx-tags.ts";
import { captionsIn, filesOf, FILM_ENDINGS, STILL_ENDINGS } from "#site/videos/video-names.ts";
import { nameOf, type LintContent, type LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

const MB = 1024 * 1024;
/** What a telephone loads in half a minute. */
const FILM_MAX = 20 * MB;

export const videos: Rule = {
  name: "video",
  level: "warning",
  todo: "See docs/writing.md, “A video”.",
  find: (content) => [...content.articles.flatMap((article) => findLacking(article, content)), ...findUnused(content)],
};

/** What a reader needs who cannot hear it, or has not pressed play yet. */
function findLacking({ file, text, language }: LintedArticle, { contentDir, hub }: LintContent): Problem[] {
  return videosOf(text).flatMap(({ name, line }) => {
    const named = { contentDir, name };
    const place = `${VIDEOS_FOLDER}/${name}`;
    const [standard = language] = hub.languages;
    const captions = captionsIn(named, language, standard);
    const own = language === standard ? place : `${place}.${language}`;
    const messages = [
      ...(captions ? [] : [`it says nothing to who cannot hear it: write ${own}.vtt, with what is said and shown`]),
      ...(filesOf(named, STILL_ENDINGS, language).length > 0
        ? []
        : [`nothing shows before it plays: put a picture of it at ${place}.webp`]),
    ];
    return messages.map((message) => ({ file, line, message: `<Video> ${name}: ${message}` }));
  });
}

function findUnused({ contentDir, articles, ...content }: LintContent): Problem[] {
  const used = new Set(articles.flatMap(({ text }) => videosOf(text).map(({ name }) => name)));
  return globSync(`${VIDEOS_FOLDER}/*{${FILM_ENDINGS.join()}}`, { cwd: contentDir }).flatMap((found) => {
    const { size } = statSync(path.join(contentDir, found));
    const [name = ""] = path.basename(found).split(".");
    const messages = [
      ...(size > FILM_MAX
        ? [`${Math.round(size / MB)} MB; ${FILM_MAX / MB} MB should do: shorten it, or code it anew`]
        : []),
      ...(used.has(name) ? [] : ["no article shows it"]),
    ];
    return messages.map((message) => ({ file: nameOf({ contentDir, ...content }, found), line: 1, message }));
  });
}

const videosOf = (text: string) =>
  tagsOf(text, "Video").flatMap((tag) => {
    const name = attributeOf(tag, "name");
    return name ? [{ name, line: tag.line }] : [];
  });
