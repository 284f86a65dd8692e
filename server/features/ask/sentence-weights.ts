/** What `readFeatures` tells of a sentence, and how much each counts: fitted by test/eval/fit-extract.ts, not by hand. */
export const SENTENCE_WEIGHTS = {
  bias: -2.62,
  /** Share of the question's telling words that it has; then word for word; then those that few sentences here have. */
  covered: 0.796,
  asWritten: 0.184,
  distinct: 0.799,
  /** Share of the question's neighbouring words that stand together. */
  together: 0.585,
  /** What the sentences before and after have, and the headings. */
  before: 0.215,
  after: -0.387,
  heading: -0.093,
  /** Its passage's score as a share of the best one's. */
  passage: 0.683,
  bestPassage: 0.316,
  otherArticle: -0.761,
  kind: 0.2,
  opensSection: 0.397,
  short: -1.298,
  /** Without a full stop. */
  open: -0.36,
};
export type SentenceFeatures = Record<Exclude<keyof typeof SENTENCE_WEIGHTS, "bias">, number>;
