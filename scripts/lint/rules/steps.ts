import type { Rule } from "../rule.ts";

/** More than that does not stay in one's head while the hands are elsewhere. */
const WORDS_MAX = 120;

export const longStep: Rule = {
  name: "long-step",
  level: "warning",
  todo: "Make two steps of it, or move what is not done into a paragraph before the steps.",
  find: ({ articles }) =>
    articles.flatMap(({ file, doc }) =>
      (doc?.steps ?? [])
        .filter(({ words }) => words > WORDS_MAX)
        .map(({ title, line, words }) => ({
          file,
          line,
          message: `the step "${title}" has ${words} words; ${WORDS_MAX} are a lot already`,
        })),
    ),
};

export const stepWithoutResult: Rule = {
  name: "step-without-result",
  level: "warning",
  todo: 'Add expect="…": what the reader sees when the step worked.',
  find: ({ articles }) =>
    articles.flatMap(({ file, doc }) =>
      (doc?.steps ?? [])
        .filter(({ expects }) => !expects)
        .map(({ title, line }) => ({ file, line, message: `the step "${title}" does not say what to expect` })),
    ),
};
