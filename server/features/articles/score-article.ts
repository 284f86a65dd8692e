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

export type Score = {
  readers: number;
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
  if (readers === 0) return { readers, rate: wilson(steps).low, harm: 0 };
  const ways = [wilson(votes).low, wilson(steps).low, answers / readers, cases / readers];
  const rate = 1 - ways.reduce((unharmed, way) => unharmed * (1 - way), 1);
  return { readers, rate, harm: rate * readers };
}

/** A dismissed article comes back when it lets down twice as many as then, and at least so many more. */
const MORE_PEOPLE = 5;

export const comesBack = (dismissedHarm: number, harm: number): boolean =>
  harm >= 2 * dismissedHarm && harm >= dismissedHarm + MORE_PEOPLE;
