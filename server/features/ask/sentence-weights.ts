/** What `readFeatures` tells of a sentence, and how much each counts: fitted by test/eval/fit-extract.ts, not by hand. */
export const SENTENCE_WEIGHTS = {
  bias: -2.785,
  /** Share of the question's telling words that it has; then word for word; then those that few sentences here have. */
  covered: 0.734,
  asWritten: 0.295,
  distinct: 0.623,
  /** Share of the question's neighbouring words that stand together. */
  together: 0.979,
  /** What the sentences before and after have. */
  before: 0.134,
  after: -0.289,
  /** Its passage's score as a share of the best one's. */
  passage: 0.972,
  bestPassage: 0.306,
  otherArticle: -0.74,
  kind: 0.201,
  opensSection: 0.355,
  echo: -1.166,
  short: -1.147,
  /** Without a full stop. */
  open: -0.087,
};
export type SentenceFeatures = Record<Exclude<keyof typeof SENTENCE_WEIGHTS, "bias">, number>;
