import type { LintedArticle } from "../read-content.ts";
import type { Rule } from "../rule.ts";

export const duplicateTitle: Rule = {
  name: "duplicate-title",
  level: "warning",
  todo: "Say in each title what the other article is not about.",
  find({ articles }) {
    const first = new Map<string, LintedArticle>();
    return articles.flatMap((article) => {
      if (!article.frontmatter) return [];
      // in another language the same words may be right, and a translation may keep them
      const title = article.frontmatter.title.toLowerCase().replace(/\s+/g, " ").trim();
      const key = `${article.language} ${title}`;
      const other = first.get(key);
      if (!other) first.set(key, article);
      const message = `"${article.frontmatter.title}" is the title of ${other?.file} too`;
      return other ? [{ file: article.file, line: article.lineOf(["title"]), field: "title", message }] : [];
    });
  },
};
