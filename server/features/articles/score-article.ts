import { type Share, wilson } from "./wilson.ts";

/** What is known of one article's readers. */
export type Parts = {
  views: number;
  /** "No" of all votes. */
  votes: Share;
  /** Steps that failed, of those that somebody said something of. */
  steps: Share;
  /** Answers that were none, or were disliked, and cite the article or were asked on it. */
  answers: number;
  /** Cases that came from it, were answered with it, or that it should have answered. */
  cases: number;
};

/** The four ways to be let down, each as the chance of a reader that it happens, at the least. */
type Ways = { votes: number; steps: number; answers: number; cases: number };

export type Score = {
  readers: number;
  ways: Ways;
  /** How likely it is that a reader was let down, 0 to 1: at the least, for all that is known. */
  rate: number;
  /** `rate` times `readers`: so many people. */
  harm: number;
};

/**
 * One number an article (docs/adr/0021). Votes and steps are said by a few of the readers, so each counts with the lower
 * end of Wilson's interval; answers and cases are all counted, so they count as they are. A reader is let down when at
 * least one of the four went wrong.
 */
export function scoreArticle({ views, votes, steps, answers, cases }: Parts): Score {
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
