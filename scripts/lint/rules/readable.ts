import type { Rule } from "../rule.ts";

export const readable: Rule = {
  name: "readable",
  level: "error",
  todo: "Mend the line: until then the build stops at it.",
  find: ({ articles, sources }) => [...sources.mistakes, ...articles.flatMap(({ broken }) => (broken ? [broken] : []))],
};
