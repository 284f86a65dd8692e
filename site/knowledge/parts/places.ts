import type { Mistake } from "#content/mistakes.ts";

/** Lines of an article, from one on, that stand one below the other in a file too. */
export type Piece = {
  /** The first of them, in the article's text. */
  from: number;
  file: string;
  /** The same line in that file. */
  line: number;
  /** How many signs stand before each in the article that do not in the file. */
  indent: number;
};

type Article = { file: string; pieces: Piece[] };

/** Where a line of an article's text is written. */
export function placeOf({ file, pieces }: Article, line: number): { file: string; line: number; indent: number } {
  const piece = pieces.findLast(({ from }) => from <= line);
  return piece ? { ...piece, line: piece.line + line - piece.from } : { file, line, indent: 0 };
}

/**
 * What was found in the articles' texts, at the places to mend it. What is wrong in a part is told once, however many
 * articles have it; where it is wrong in some of them only, with the first of those.
 */
export function atPlaces<Found extends Mistake>(articles: Article[], found: Found[]): Found[] {
  const byFile = new Map(articles.filter(({ pieces }) => pieces.length > 0).map((article) => [article.file, article]));
  if (byFile.size === 0) return found;
  const placed = found.map((each) => {
    const article = byFile.get(each.file);
    const { file, line } = article ? placeOf(article, each.line) : each;
    return { within: each.file, mistake: { ...each, file, line } };
  });
  const same = Map.groupBy(
    placed,
    ({ mistake }) => `${mistake.file}:${mistake.line} ${mistake.field} ${mistake.message}`,
  );
  return [...same.values()].flatMap((group) => {
    if (group.some(({ within, mistake }) => within === mistake.file)) return group.map(({ mistake }) => mistake);
    const wrong = new Set(group.map(({ within }) => within)).size;
    return group.slice(0, 1).map(({ within, mistake }) => {
      const having = byFile.values().filter(({ pieces }) => pieces.some(({ file }) => file === mistake.file));
      return wrong < [...having].length ? { ...mistake, message: `${mistake.message} (in ${within})` } : mistake;
    });
  });
}
