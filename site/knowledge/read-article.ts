import { createHash } from "node:crypto";
import { partFile } from "#content/article-path.ts";
import type { KnowledgeArticle, KnowledgeSection } from "#content/knowledge.ts";
import { hubIn } from "#content/languages.ts";
import type { Frontmatter, Hub } from "#content/schema.ts";
import type { Part } from "./parts/read-parts.ts";
import { attribute, find, textOf, type Element, type Page } from "./dom.ts";
import { readSections } from "./read-sections.ts";

/** A page names its article, and the language of its text, which another may stand in for. */
export const isSourceOf = ({ id, language }: { id: string; language: string }, article: Element): boolean =>
  id === attribute(article, "data-article-id") && language === attribute(article, "lang");

type ArticleContext = { url: string; frontmatter: Frontmatter; parts: Part[]; hub: Hub };

export const findArticle = (page: Page): Element | null =>
  find((element) => "data-article-id" in element.attribs, page);

/** What a built article page says, with the frontmatter's facts about it. */
export function readArticle(article: Element, { url, frontmatter, parts, hub }: ArticleContext): KnowledgeArticle {
  const id = attribute(article, "data-article-id") ?? "";
  const heading = find((element) => element.name === "h1", article);
  const title = heading ? textOf(heading) : frontmatter.title;
  const sections = readSections(article, title);
  const topic = id.split("/")[0] ?? "";
  const language = attribute(article, "lang") ?? "en";
  const offers = frontmatter.questions.flatMap(({ ask, section }) => (section === null ? [] : [{ ask, section }]));
  return {
    id,
    url,
    title,
    ...(frontmatter.short && { short: frontmatter.short }),
    summary: frontmatter.summary,
    kind: frontmatter.kind,
    topic,
    topicTitle: hubIn(hub, language).topics.find((each) => each.id === topic)?.title ?? "Learn",
    integrations: frontmatter.integrations,
    keywords: frontmatter.keywords,
    language,
    updated: isoDay(frontmatter.updated),
    ...(frontmatter.verified && { verified: isoDay(frontmatter.verified.on) }),
    minutes: Number(attribute(article, "data-minutes")),
    contentHash: hashContent(title, sections),
    sections,
    ...(parts.length > 0 && { parts: listFiles(parts, hub) }),
    ...(offers.length > 0 && { offers }),
  };
}

const listFiles = (parts: Part[], { languages: [standard] }: Hub): string[] => [
  ...new Set(parts.map(({ name, language }) => partFile(name, language === standard ? undefined : language))),
];

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const FOR_SEARCH = new Set(["item", "code"]);

/**
 * Of what readers read. A mark that search alone needs stays out, or a new one in the program is a new version of each article:
 * the desk counts votes by version, and tells voters of a new one that theirs was mended.
 */
function hashContent(title: string, sections: KnowledgeSection[]): string {
  const read = JSON.stringify([title, sections], (key, value: unknown) => (FOR_SEARCH.has(key) ? undefined : value));
  return createHash("sha256").update(read).digest("hex").slice(0, 16);
}
