import { checkBlockNames } from "#site/knowledge/check-blocks.ts";
import type { Rule } from "../rule.ts";

export const unknownBlock: Rule = {
  name: "unknown-block",
  level: "error",
  todo: "Use one of the blocks, or put the name between backticks if it is an example.",
  find: ({ articles }) => articles.flatMap(checkBlockNames),
};
