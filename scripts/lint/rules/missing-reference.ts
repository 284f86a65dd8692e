import { checkDrawings, checkRelated, checkRelatedBlocks, publishedIds } from "#site/knowledge/check-sources.ts";
import type { Rule } from "../rule.ts";

export const missingReference: Rule = {
  name: "missing-reference",
  level: "error",
  todo: "Mend the name, or take it out.",
  find({ articles, sources, contentDir }) {
    const known = publishedIds(sources);
    return articles.flatMap((article) => [
      ...checkRelated(article, known),
      ...checkRelatedBlocks(article, known),
      ...checkDrawings(article, contentDir),
    ]);
  },
};
