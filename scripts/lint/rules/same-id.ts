import { placeOf } from "#site/knowledge/parts/places.ts";
import type { Doc } from "../parse-article.ts";
import type { Rule } from "../rule.ts";

/** Two parts under one name stop the build: progress, votes and links would not know which is meant. */
export const sameId: Rule = {
  name: "same-id",
  level: "error",
  todo: 'Give the block an id="…" or a title of its own.',
  find: ({ articles }) =>
    articles.flatMap((article) => {
      const { file, doc } = article;
      const first = new Map<string, Doc["names"][number]>();
      return (doc?.names ?? []).flatMap((named) => {
        const { id, what, line } = named;
        const other = first.get(id);
        if (!other) first.set(id, named);
        if (!other) return [];
        const place = placeOf(article, other.line);
        const where = place.file === file ? `line ${place.line}` : `${place.file}:${place.line}`;
        return [{ file, line, message: `${what} is called "${id}", as ${other.what} in ${where} is` }];
      });
    }),
};
