import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { VIDEOS_FOLDER } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import { nearest } from "#content/nearest.ts";
import type { Hub } from "#content/schema.ts";
import { checkDiagnose } from "./check-diagnose.ts";
import { decode } from "./check-links.ts";
import { checkQuestionArticles } from "./check-questions.ts";
import { checkText } from "./check-text.ts";
import { splitArticle } from "#content/split-article.ts";
import { filesOf, FILM_ENDINGS } from "#site/videos/video-names.ts";
import { attributeOf, readImages, tagsOf } from "./mdx-tags.ts";
import { atPlaces, placeOf } from "./parts/places.ts";
import type { ArticleSource, ContentSources } from "./read-sources.ts";

/** What is wrong with the articles as written, before anything is built. */
export function checkSources(sources: ContentSources, hub: Hub): Mistake[] {
  const known = publishedIds(sources);
  return atPlaces(sources.articles, [
    ...sources.mistakes,
    ...checkQuestionArticles(sources.questions, known),
    ...sources.articles.flatMap((source) => [
      ...checkArticle(source, sources.dir, hub),
      ...checkRelated(source, known),
      ...checkRelatedBlocks(source, known),
    ]),
    ...sources.parts.flatMap((part) => checkLanguage(part, hub)),
  ]);
}

/** What is wrong with an article, whatever others there are: a preview says it too, while somebody writes one. */
export const checkArticle = (source: ArticleSource, contentDir: string, hub: Hub): Mistake[] => [
  ...checkTopic(source, hub),
  ...checkGroup(source, hub),
  ...checkLanguage(source, hub),
  ...checkText(source),
  ...checkEmpty(source),
  ...checkFigureWords(source),
  ...checkDrawings(source, contentDir),
  ...checkVideos(source, contentDir),
  ...checkImages(source),
  ...checkImageFiles(source),
  ...checkDiagnose(source),
];

export const publishedIds = ({ articles }: ContentSources): Set<string> =>
  new Set(articles.filter(({ frontmatter }) => !frontmatter?.draft).map(({ id }) => id));

export function checkTopic({ id, file }: ArticleSource, hub: Hub): Mistake[] {
  const topic = id.split("/")[0] ?? "";
  if (topic === "learn" || hub.topics.some((each) => each.id === topic)) return [];
  return [{ file, line: 1, message: `its folder "${topic}" is not a topic of hub.yaml` }];
}

export function checkGroup({ id, file, frontmatter, lineOf }: ArticleSource, hub: Hub): Mistake[] {
  const group = frontmatter?.group;
  const topic = hub.topics.find((each) => each.id === id.split("/")[0]);
  const groups = topic?.groups?.map((each) => each.id) ?? [];
  if (group === undefined || groups.includes(group)) return [];
  const others = groups.length > 0 ? `it has ${groups.join(", ")}` : "it has none";
  const message = `there is no group "${group}" in the topic "${topic?.id ?? "learn"}" of hub.yaml; ${others}`;
  return [{ file, line: lineOf(["group"]), field: "group", message }];
}

export function checkLanguage(
  { language, file }: Pick<ArticleSource, "language" | "file">,
  { languages }: Hub,
): Mistake[] {
  if (languages.includes(language)) return [];
  return [{ file, line: 1, message: `".${language}" is no language of hub.yaml; it has ${languages.join(", ")}` }];
}

/** An article that has nothing below its first lines but comments: a page with a title, on which nobody can read anything. */
export function checkEmpty({ file, text, frontmatter }: ArticleSource): Mistake[] {
  const { head, body } = splitArticle(text);
  if (head === null || frontmatter?.draft !== false) return [];
  const words = body.replaceAll(/\{\s*\/\*[^]*?\*\/\s*\}/g, "");
  const message = "it has no text: write one, or keep it from readers by a line draft: true above";
  return words.trim() === "" ? [{ file, line: head.split("\n").length + 2, message }] : [];
}

export function checkRelated({ file, frontmatter, lineOf }: ArticleSource, known: Set<string>): Mistake[] {
  return (["related", "learn"] as const).flatMap((field) =>
    (frontmatter?.[field] ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ file, line: lineOf([field, index]), field, message: `there is no article "${id}"` }],
    ),
  );
}

export function checkRelatedBlocks({ file, text }: ArticleSource, known: Set<string>): Mistake[] {
  return tagsOf(text, "Related").flatMap(({ attributes, line }) => {
    const ids = [...attributes.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? "");
    const missing = ids.filter((id) => !known.has(id));
    return missing.map((id) => ({ file, line, message: `<Related>: there is no article "${id}"` }));
  });
}

export function checkFigureWords({ file, text }: ArticleSource): Mistake[] {
  const message = `<Figure> needs alt="…": what the drawing shows, in words`;
  const mute = tagsOf(text, "Figure").filter((tag) => !attributeOf(tag, "alt")?.trim());
  return mute.map(({ line }) => ({ file, line, message }));
}

export function checkDrawings({ file, text }: ArticleSource, contentDir: string): Mistake[] {
  return tagsOf(text, "Figure").flatMap((tag) => {
    const name = attributeOf(tag, "name");
    // one without a name is told with the other blocks that lack something
    if (!name || existsSync(path.join(contentDir, "figures", `${name}.svg`))) return [];
    const isFile = /\.\w+$/.test(name);
    const more = isFile ? "; name an SVG without its ending, and write any other picture ![what it shows](…)" : "";
    return [{ file, line: tag.line, message: `<Figure>: there is no figures/${name}.svg${more}` }];
  });
}

function filmsIn(contentDir: string): string[] {
  const folder = path.join(contentDir, VIDEOS_FOLDER);
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\..*$/, "")) : [];
}

export function checkVideos({ file, text, language }: ArticleSource, contentDir: string): Mistake[] {
  return tagsOf(text, "Video").flatMap((tag) => {
    const name = attributeOf(tag, "name");
    if (!name || filesOf({ contentDir, name }, FILM_ENDINGS, language).length > 0) return [];
    const files = FILM_ENDINGS.map((ending) => `${VIDEOS_FOLDER}/${name}${ending}`).join(" or ");
    const like = nearest(name, filmsIn(contentDir));
    const near = like === undefined || like === name ? "" : `; the nearest is "${like}"`;
    const more = /\.\w+$/.test(name) ? "; name it without its ending" : near;
    return [{ file, line: tag.line, message: `<Video>: there is no ${files}${more}` }];
  });
}

/** Pictures beside the article: those whose address begins with / are looked at with the links. */
export function checkImageFiles(source: ArticleSource): Mistake[] {
  return readImages(source.text)
    .filter(
      ({ src, line }) => src !== "" && !/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(src) && !isImageThere(source, src, line),
    )
    .map(({ src, line }) => ({ file: source.file, line, message: noImage(src) }));
}

export const noImage = (url: string): string => `there is no image at "${url}": put one there`;
/** As seen from the file that the line is written in: the article's, or that of a part. */
export const isImageThere = (article: Pick<ArticleSource, "file" | "pieces">, url: string, line: number): boolean =>
  existsSync(path.join(path.dirname(placeOf(article, line).file), decode(url) ?? url));

export function checkImages({ file, text }: ArticleSource): Mistake[] {
  return readImages(text)
    .filter((image) => !image.alt.trim())
    .map(({ src, line }) => ({
      file,
      line,
      message: `the image ${src} needs an alternative text: ![what it shows](${src})`,
    }));
}
