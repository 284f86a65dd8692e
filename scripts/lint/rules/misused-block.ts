import { checkBlocks } from "#site/knowledge/check-blocks.ts";
import type { Rule } from "../rule.ts";

export const misusedBlock: Rule = {
  name: "misused-block",
  level: "error",
  todo: "docs/writing.md shows each block, and what it needs.",
  find: ({ articles }) => articles.filter(({ broken }) => !broken).flatMap(checkBlocks),
};
