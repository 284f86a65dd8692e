/** What `scoreSentences` looks at, and how much each counts: fitted by test/eval/fit-extract.ts, not by hand. */
export const SENTENCE_WEIGHTS = {
  bias: -2.67,
  covered: 1.74,
  asWritten: 0.23,
  together: 0.21,
  before: -0.07,
  after: -0.33,
  heading: -0.2,
  passage: 0.81,
  bestPassage: 0.29,
  otherArticle: -0.7,
  kind: 0.26,
  opensSection: 0.25,
  short: -1.52,
  open: -0.22,
};
export type SentenceFeatures = Record<Exclude<keyof typeof SENTENCE_WEIGHTS, "bias">, number>;
