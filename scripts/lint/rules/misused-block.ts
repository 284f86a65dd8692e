import { checkBlocks } from "#site/knowledge/check-blocks.ts";
import type { Rule } from "../rule.ts";

export const misusedBlock: Rule = {
  name: "misused-block",
  level: "error",
  todo: "The README shows each block under “Writing an article”.",
  find: ({ articles }) => articles.filter(({ broken }) => !broken).flatMap(checkBlocks),
};
