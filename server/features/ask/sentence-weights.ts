/** What `readFeatures` tells of a sentence, and how much each counts: fitted by test/eval/fit-extract.ts, not by hand. */
export const SENTENCE_WEIGHTS = {
  bias: -2.479,
  /** Share of the question's telling words that it has; then word for word; then those that few sentences here have. */
  covered: 0.801,
  asWritten: 0.133,
  distinct: 0.865,
  /** Share of the question's neighbouring words that stand together. */
  together: 1.033,
  /** What the sentences before and after have. */
  before: 0.177,
  after: -0.321,
  /** Its passage's score as a share of the best one's. */
  passage: 0.656,
  bestPassage: 0.335,
  otherArticle: -0.769,
  kind: 0.186,
  opensSection: 0.354,
  echo: -1.299,
  short: -1.184,
  /** Without a full stop. */
  open: -0.211,
};
export type SentenceFeatures = Record<Exclude<keyof typeof SENTENCE_WEIGHTS, "bias">, number>;
