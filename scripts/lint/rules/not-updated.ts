import path from "node:path";
import { PARTS_FOLDER } from "#content/article-path.ts";
import { splitArticle } from "#content/split-article.ts";
import { utcDay } from "#content/utc-day.ts";
import { putParts } from "#site/knowledge/parts/put-parts.ts";
import { toPart, type Part } from "#site/knowledge/parts/read-parts.ts";
import { git, readFiles } from "../git.ts";
import type { LintContent, LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

const UPDATED = /^updated:[ \t]*(\S+)/m;

/** Readers, feeds and search engines tell a text that has changed by its day: whether in its own file, or in a part of it. */
export const notUpdated: Rule = {
  name: "not-updated",
  level: "warning",
  todo: "If readers would notice the change, write its day into updated: --fix writes today's.",
  find(content) {
    const ref = content.since ?? "HEAD";
    const committed = new Set(listNames(content, ["ls-tree", "-r", "--name-only", "-z", ref, "--", "."]));
    const changed = new Set(
      listNames(content, ["diff", "--name-only", "--relative", "--no-renames", "-z", ref, "--", "."]),
    );
    const articles = content.articles.filter((article) => {
      const names = [article, ...article.parts].map((each) => nameOf(content, each));
      return committed.has(names[0] ?? "") && names.some((name) => changed.has(name)) && isPublished(article);
    });
    if (articles.length === 0) return [];
    const before = readFiles(
      content.contentDir,
      ref,
      articles.map((article) => nameOf(content, article)),
    );
    const parts = readFormerParts(content, ref, [...committed]);
    return articles.flatMap((article, index) => {
      const written = { ...article, text: before[index] ?? "" };
      const former = putParts(written, { parts, standard: content.hub.languages[0] ?? "en" }).text;
      const hasItself = changed.has(nameOf(content, article));
      return report(article, former, content, hasItself ? "" : ` by ${sayParts(article, content, changed)}`) ?? [];
    });
  },
};

const listNames = ({ contentDir }: LintContent, args: string[]): string[] =>
  (git(contentDir, args) ?? "").split("\0").filter(Boolean);

/** The parts as they stood in a commit. */
function readFormerParts({ contentDir, hub }: LintContent, ref: string, committed: string[]): Part[] {
  const names = committed.filter((name) => path.posix.dirname(name) === PARTS_FOLDER);
  const texts = readFiles(contentDir, ref, names);
  return names.flatMap((name, at) => {
    const source = { file: path.join(contentDir, name), text: texts[at] ?? "" };
    return toPart(path.posix.basename(name), source, hub.languages[0] ?? "en") ?? [];
  });
}

const sayParts = ({ parts }: LintedArticle, content: LintContent, changed: Set<string>): string =>
  [...new Set(parts.map((part) => nameOf(content, part)))].filter((name) => changed.has(name)).join(" and ");

const nameOf = ({ contentDir }: LintContent, { file }: { file: string }): string =>
  path.relative(contentDir, path.resolve(file)).replaceAll(path.sep, "/");
const isPublished = ({ frontmatter }: LintedArticle): boolean => frontmatter?.draft === false;

function report({ file, text, lineOf }: LintedArticle, before: string, content: LintContent, by: string) {
  const { now, since } = content;
  const [, day = ""] = UPDATED.exec(text) ?? [];
  if (UPDATED.exec(before)?.[1] !== day || bodyOf(before) === bodyOf(text)) return null;
  const start = text.indexOf(day, text.search(UPDATED) + "updated:".length);
  const today = utcDay(now);
  if (day.includes(today)) return null;
  const problem: Problem = {
    file,
    line: lineOf(["updated"]),
    message: `its text has changed since ${since ?? "the last commit"}${by}, and updated still says ${day}`,
    edit: { file, start, end: start + day.length, text: today, says: `updated is ${today}` },
  };
  return problem;
}

/** How deep a line stands is nothing that readers see, nor is how many empty ones are above it. */
const bodyOf = (text: string): string =>
  splitArticle(text)
    .body.trim()
    .replace(/\s*\n\s*/g, "\n");
