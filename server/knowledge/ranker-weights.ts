import type { ArticleFeatures, PassageFeatures } from "./measure-passages.ts";

/** Fitted by `npm run eval:fit-ranker`; the same for every hub. What is not named does not count. */
export const RANKER_WEIGHTS: { article: Partial<ArticleFeatures>; passage: Partial<PassageFeatures> } = {
  article: { index: 0.6, written: 0.2, titled: 0.5 },
  passage: { stems: 0.5, written: 0.4, heading: 0.1, pairs: 0.4 },
};
