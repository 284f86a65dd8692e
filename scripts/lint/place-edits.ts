import { readFileSync } from "node:fs";
import { placeOf } from "#site/knowledge/parts/places.ts";
import type { LintedArticle } from "./read-content.ts";
import type { Edit, Problem } from "./rule.ts";

/** Edits of articles' texts as edits of the files that those are written in: of the article's own, or of a part's. */
export function placeEdits(articles: LintedArticle[], problems: Problem[]): Problem[] {
  const byFile = new Map(articles.filter(({ pieces }) => pieces.length > 0).map((article) => [article.file, article]));
  return problems.map(({ edit, ...problem }) => {
    const article = edit && byFile.get(edit.file);
    const placed = article ? placeEdit(article, edit) : edit;
    return placed ? { ...problem, edit: placed } : problem;
  });
}

/** Undefined where the file says it otherwise, as where a value is put into a part: that is mended by hand. */
function placeEdit(article: LintedArticle, edit: Edit): Edit | undefined {
  const { text } = article;
  const lineStart = text.lastIndexOf("\n", edit.start - 1) + 1;
  const { file, line, indent } = placeOf(article, text.slice(0, lineStart).split("\n").length);
  const written = readFileSync(file, "utf8");
  const from = lengthOf(written.split("\n").slice(0, line - 1));
  const shift = from - lineStart - indent;
  const isSame = text.slice(lineStart + indent, edit.end) === written.slice(from, edit.end + shift);
  return isSame ? { ...edit, file, start: edit.start + shift, end: edit.end + shift } : undefined;
}

/** With the break behind each. */
const lengthOf = (lines: string[]): number => lines.reduce((length, line) => length + line.length + 1, 0);
