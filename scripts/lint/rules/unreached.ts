import { globSync } from "node:fs";
import path from "node:path";
import { PARTS_FOLDER } from "#content/article-path.ts";
import { checkLanguage, checkTopic } from "#site/knowledge/check-sources.ts";
import { nameOf } from "../read-content.ts";
import type { Rule } from "../rule.ts";

const LOST_PART = `no part is made of this file: a part is ${PARTS_FOLDER}/<name>.mdx, in small letters with hyphens`;

/** Topics list what stands in their folder, /learn/ what stands in learn/: anything else is reached by nothing. */
export const unreached: Rule = {
  name: "unreached",
  level: "error",
  todo: "Move it to articles/<topic>/<slug>.mdx or learn/<slug>.mdx, or name its folder among the topics, its language among the languages of hub.yaml.",
  find(content) {
    const { articles, hub, contentDir } = content;
    const pages = new Set(articles.map(({ file }) => file));
    const lost = globSync("{articles,learn}/**/*.{md,mdx}", { cwd: contentDir })
      .filter((name) => !pages.has(nameOf(content, name)) && path.basename(name) !== "README.md")
      .map((name) => ({ file: nameOf(content, name), line: 1, message: "no page is made of this file" }));
    const parts = new Set(content.sources.parts.map(({ file }) => file));
    const lostParts = globSync(`${PARTS_FOLDER}/**/*.{md,mdx}`, { cwd: contentDir })
      .map((name) => nameOf(content, name))
      .filter((file) => !parts.has(file) && path.basename(file) !== "README.md")
      .map((file) => ({ file, line: 1, message: LOST_PART }));
    return [
      ...articles.flatMap((article) => [...checkTopic(article, hub), ...checkLanguage(article, hub)]),
      ...content.sources.parts.flatMap((part) => checkLanguage(part, hub)),
      ...lost,
      ...lostParts,
    ];
  },
};
