import { existsSync } from "node:fs";
import path from "node:path";
import { BLOCK_NAMES } from "#content/blocks.ts";
import type { Mistake } from "#content/mistakes.ts";
import type { Hub } from "#content/schema.ts";
import { checkDiagnose } from "./check-diagnose.ts";
import { attributeOf, readImages, readTags } from "./mdx-tags.ts";
import type { ArticleSource, ContentSources } from "./read-sources.ts";

/** What is wrong with the articles as written, before anything is built. */
export function checkSources(sources: ContentSources, hub: Hub): Mistake[] {
  const known = new Set(sources.articles.filter((source) => !source.frontmatter?.draft).map((source) => source.id));
  const figures = path.join(sources.dir, "figures");
  return [
    ...sources.mistakes,
    ...sources.articles.flatMap((source) => [
      ...checkTopic(source, hub),
      ...checkRelated(source, known),
      ...checkBlocks(source, known, figures),
      ...checkImages(source),
      ...checkDiagnose(source),
    ]),
  ];
}

function checkTopic({ id, file }: ArticleSource, hub: Hub): Mistake[] {
  const topic = id.split("/")[0] ?? "";
  if (topic === "learn" || hub.topics.some((each) => each.id === topic)) return [];
  return [{ file, line: 1, message: `its folder "${topic}" is not a topic of hub.yaml` }];
}

function checkRelated({ file, frontmatter, lineOf }: ArticleSource, known: Set<string>): Mistake[] {
  return (["related", "learn"] as const).flatMap((field) =>
    (frontmatter?.[field] ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ file, line: lineOf([field, index]), field, message: `there is no article "${id}"` }],
    ),
  );
}

function checkBlocks({ file, text }: ArticleSource, known: Set<string>, figures: string): Mistake[] {
  const names: readonly string[] = BLOCK_NAMES;
  return readTags(text).flatMap((tag) => {
    const mistake = (message: string): Mistake => ({ file, line: tag.line, message });
    if (!names.includes(tag.name)) return [mistake(`there is no block <${tag.name}>; there are ${names.join(", ")}`)];
    if (tag.name === "Related") {
      const ids = [...tag.attributes.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? "");
      return ids.filter((id) => !known.has(id)).map((id) => mistake(`<Related>: there is no article "${id}"`));
    }
    if (tag.name !== "Figure") return [];
    const name = attributeOf(tag, "name");
    return [
      ...(attributeOf(tag, "alt")?.trim() ? [] : [mistake(`<Figure> needs alt="…": what the drawing shows, in words`)]),
      ...(name && existsSync(path.join(figures, `${name}.svg`))
        ? []
        : [mistake(`<Figure>: there is no figures/${name}.svg`)]),
    ];
  });
}

function checkImages({ file, text }: ArticleSource): Mistake[] {
  return readImages(text)
    .filter((image) => !image.alt.trim())
    .map(({ src, line }) => ({
      file,
      line,
      message: `the image ${src} needs an alternative text: ![what it shows](${src})`,
    }));
}
