import { checkFigureWords, checkImages } from "#site/knowledge/check-sources.ts";
import type { Rule } from "../rule.ts";

export const altText: Rule = {
  name: "alt-text",
  level: "error",
  todo: "Say what somebody who cannot see the picture needs to know.",
  find: ({ articles }) => articles.flatMap((article) => [...checkFigureWords(article), ...checkImages(article)]),
};
