import type { Mistake } from "#content/mistakes.ts";
import { checkBlockNames, checkBlocks } from "./check-blocks.ts";
import { checkMdx } from "./check-mdx.ts";
import { readNames } from "./mdx-tags.ts";
import type { ArticleText } from "./read-sources.ts";

/** Why an article cannot be drawn. Blocks are looked at where all of it can be read: else what is wrong with one follows from something else. */
export function checkText(article: ArticleText): Mistake[] {
  const broken = checkMdx(article);
  return [
    ...broken,
    ...checkBlockNames(article),
    ...checkNames(article),
    ...(broken.length > 0 ? [] : checkBlocks(article)),
  ];
}

/** Words between braces, which are a placeholder for the writer and code for the program. */
export const checkNames = ({ file, text }: ArticleText): Mistake[] =>
  readNames(text).map(({ name, line }) => ({
    file,
    line,
    message: `{${name}} is taken for code: write \\{${name}}, or put it between backticks`,
  }));
