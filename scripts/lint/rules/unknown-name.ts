import { checkNames } from "#site/knowledge/check-text.ts";
import type { Rule } from "../rule.ts";

export const unknownName: Rule = {
  name: "unknown-name",
  level: "error",
  todo: "Until then the build stops at it.",
  find: ({ articles }) => articles.flatMap(checkNames),
};
