import path from "node:path";
import { splitArticle } from "#content/split-article.ts";
import { git, readFiles } from "../git.ts";
import type { LintContent, LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

const UPDATED = /^updated:[ \t]*(\S+)/m;

/** Readers, feeds and search engines tell a text that has changed by its day. */
export const notUpdated: Rule = {
  name: "not-updated",
  level: "warning",
  todo: "If readers would notice the change, write its day into updated: --fix writes today's.",
  find(content) {
    const ref = content.since ?? "HEAD";
    const changed = git(content.contentDir, [
      "diff",
      "--name-only",
      "--relative",
      "--diff-filter=M",
      "-z",
      ref,
      "--",
      ".",
    ]);
    const names = new Set(changed?.split("\0"));
    const articles = content.articles.filter((article) => names.has(nameOf(content, article)) && isPublished(article));
    const before = readFiles(
      content.contentDir,
      ref,
      articles.map((article) => nameOf(content, article)),
    );
    return articles.flatMap((article, index) => report(article, before[index] ?? "", content) ?? []);
  },
};

const nameOf = ({ contentDir }: LintContent, { file }: LintedArticle): string =>
  path.relative(contentDir, path.resolve(file)).replaceAll(path.sep, "/");
const isPublished = ({ frontmatter }: LintedArticle): boolean => frontmatter?.draft === false;

function report({ file, text, lineOf }: LintedArticle, before: string, { now, since }: LintContent): Problem | null {
  const [, day = ""] = UPDATED.exec(text) ?? [];
  if (UPDATED.exec(before)?.[1] !== day || bodyOf(before) === bodyOf(text)) return null;
  const start = text.indexOf(day, text.search(UPDATED) + "updated:".length);
  const today = now.toISOString().slice(0, 10);
  if (day.includes(today)) return null;
  return {
    file,
    line: lineOf(["updated"]),
    message: `its text has changed since ${since ?? "the last commit"}, and updated still says ${day}`,
    edit: { file, start, end: start + day.length, text: today, says: `updated is ${today}` },
  };
}

const bodyOf = (text: string): string => splitArticle(text).body.trim();
