import type { Evidence } from "./read-evidence.ts";

/** Fitted by `npm run eval:fit-decision`; the same for every hub. */
export const EVIDENCE_WEIGHTS: Evidence & { bias: number } = {
  bias: -1.61,
  score: 0.31,
  heading: 0.75,
  margin: 0.64,
  missing: -0.95,
  matched: 0.74,
};
