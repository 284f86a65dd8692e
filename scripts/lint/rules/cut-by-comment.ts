import type { Rule } from "../rule.ts";

const TEXTS = ["title", "short", "summary"] as const;

/** In YAML a "#" behind a space begins a comment: "Issue #5" would be "Issue". */
export const cutByComment: Rule = {
  name: "cut-by-comment",
  level: "warning",
  todo: 'Put the text between quotes ("…").',
  find: ({ articles }) =>
    articles.flatMap(({ file, text, frontmatter, lineOf }) => {
      if (!frontmatter) return [];
      return TEXTS.flatMap((field) => {
        const written = new RegExp(`^${field}:[ \\t]+([^"'|>\\s].*?)[ \\t]+#`, "m").exec(text)?.[1];
        if (!written || written !== frontmatter[field]) return [];
        return [{ file, line: lineOf([field]), message: `${field} ends before "#", as "${written}"` }];
      });
    }),
};
