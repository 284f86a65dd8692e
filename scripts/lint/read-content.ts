import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { urlOf } from "#content/article-path.ts";
import { loadHub } from "#content/hub.ts";
import { baseOf } from "#content/languages.ts";
import type { Mistake } from "#content/mistakes.ts";
import type { Hub } from "#content/schema.ts";
import { checkMdx } from "#site/knowledge/check-mdx.ts";
import { readSources, type ArticleSource, type ContentSources } from "#site/knowledge/read-sources.ts";
import { judgeLinks, type JudgeLink } from "./judge-links.ts";
import { parseArticle, type Doc } from "./parse-article.ts";

export type LintedArticle = ArticleSource & {
  /** Path within the hub, with a slash at both ends. */
  url: string;
  /** Null when it is no MDX; `broken` says why. */
  doc: Doc | null;
  broken: Mistake | null;
};

export type LintOptions = {
  contentDir: string;
  /** Where builds are: the one that is served knows the articles that readers have links to. */
  buildsDir: string;
  now: Date;
  /** A commit, branch or tag whose articles readers know, beside the last two commits and the last tag. */
  since?: string | undefined;
};

export type LintContent = LintOptions & {
  hub: Hub;
  sources: ContentSources;
  articles: LintedArticle[];
  judgeLink: JudgeLink;
};

/** Everything that the rules look at, read once. @throws Error naming file and line when hub.yaml cannot be read. */
export function readContent(options: LintOptions): LintContent {
  const hub = loadHub(options.contentDir);
  const sources = readSources(options.contentDir, hub.languages[0]);
  const articles = sources.articles.map((source) => parseSource(hub, source));
  return { ...options, hub, sources, articles, judgeLink: judgeLinks({ hub, sources, articles }) };
}

function parseSource(hub: Hub, source: ArticleSource): LintedArticle {
  const url = baseOf(hub, source.language) + urlOf(source.id);
  const [broken = null] = checkMdx(source);
  return { ...source, url, doc: broken ? null : parseArticle(source.text), broken };
}

/** A file of the content, as problems name it. */
export const nameOf = ({ contentDir }: LintOptions, name: string): string =>
  path.relative(process.cwd(), path.join(contentDir, name));

/** A file of the content as it is, "" when it is not there. */
export function readText({ contentDir }: LintOptions, name: string): string {
  const file = path.join(contentDir, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
