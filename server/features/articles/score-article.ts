import type { ArticleParts, ArticleScore } from "./articles.schema.ts";
import { wilson } from "./wilson.ts";

/**
 * One number an article (docs/adr/0021). Votes and steps are said by a few of the readers, so each counts with the lower
 * end of Wilson's interval; answers and cases are all counted, so they count as they are. A reader is let down when at
 * least one of the four went wrong.
 */
export function scoreArticle({ views, votes, steps, answers, cases }: ArticleParts): ArticleScore {
  // A browser that asks for privacy is not counted as a view, but may vote and ask.
  const readers = Math.max(views, votes.of, answers, cases);
  const perReader = (many: number) => (readers === 0 ? 0 : many / readers);
  const ways = {
    votes: wilson(votes).low,
    steps: wilson(steps).low,
    answers: perReader(answers),
    cases: perReader(cases),
  };
  const rate = 1 - Object.values(ways).reduce((unharmed, way) => unharmed * (1 - way), 1);
  return { readers, ways, rate, harm: rate * readers };
}

/** A dismissed article comes back when it lets down twice as many as then, and at least so many more. */
const MORE_PEOPLE = 5;

export const comesBack = (dismissedHarm: number, harm: number): boolean =>
  harm >= 2 * dismissedHarm && harm >= dismissedHarm + MORE_PEOPLE;
