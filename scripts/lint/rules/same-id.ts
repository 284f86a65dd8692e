import type { Part } from "../parse-article.ts";
import type { Rule } from "../rule.ts";

/** Two parts under one name stop the build: progress, votes and links would not know which is meant. */
export const sameId: Rule = {
  name: "same-id",
  level: "error",
  todo: 'Give this one an id="…" or a title of its own.',
  find: ({ articles }) =>
    articles.flatMap(({ file, doc }) => {
      const first = new Map<string, Part>();
      return (doc?.parts ?? []).flatMap((part) => {
        const { block, title, id, line } = part;
        const other = first.get(id);
        if (!other) first.set(id, part);
        return other
          ? [{ file, line, message: `<${block}> "${title}" is called "${id}", as line ${other.line} is` }]
          : [];
      });
    }),
};
