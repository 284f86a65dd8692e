import { placeOf } from "#site/knowledge/parts/places.ts";
import type { Doc } from "../parse-article.ts";
import type { LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

type Heading = Doc["headings"][number];

/** The title is the only heading of the first level, and no level is left out below another. */
export const headingOrder: Rule = {
  name: "heading-order",
  level: "error",
  todo: "Give the heading the level that follows: who listens to the page goes by them.",
  find: ({ articles }) => articles.flatMap(checkHeadings),
};

function checkHeadings(article: LintedArticle): Problem[] {
  /** Headings that the next may stand below, as written and as they should be. */
  const above: { depth: number; right: number }[] = [];
  return (article.doc?.headings ?? []).flatMap((heading, index, all) => {
    const last = all[index - 1];
    while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop();
    const parent = above.at(-1)?.right ?? 1;
    const right = Math.max(2, Math.min(heading.depth, parent + 1));
    above.push({ depth: heading.depth, right });
    if (right === heading.depth) return [];
    const { file } = article;
    const { line, text, depth, block } = heading;
    if (block) {
      // the others of the same block are told with it
      if (last?.block === block) return [];
      return [{ file, line, message: `"${text}" stands below no heading: write one (##) before <${block}>` }];
    }
    const place = parent === 1 ? "the title" : `a heading of level ${parent}`;
    const message =
      depth === 1 ? `"${text}" is a second title (#)` : `"${text}" (level ${depth}) stands below ${place}`;
    return [{ file, line, message, edit: setDepth(article, heading, right) }];
  });
}

/** Nothing for headings that are underlined, and those of parts, which stand in other articles too: they are mended by hand. */
function setDepth(article: LintedArticle, { start, depth, line }: Heading, right: number): Problem["edit"] {
  const { file, text } = article;
  if (placeOf(article, line).file !== file) return undefined;
  if (!text.startsWith("#".repeat(depth), start)) return undefined;
  return { file, start, end: start + depth, text: "#".repeat(right), says: `a heading of level ${right}` };
}
