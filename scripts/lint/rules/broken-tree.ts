import { checkDiagnose } from "#site/knowledge/check-diagnose.ts";
import type { Rule } from "../rule.ts";

export const brokenTree: Rule = {
  name: "broken-tree",
  level: "error",
  todo: "Give each question two answers or more, and lead each of them to a question or an outcome.",
  find: ({ articles }) => articles.flatMap(checkDiagnose),
};
