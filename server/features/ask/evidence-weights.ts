import type { Evidence } from "./read-evidence.ts";

/** Fitted by `npm run eval:fit-decision`; the same for every hub. */
export const EVIDENCE_WEIGHTS: Evidence & { bias: number } = {
  bias: -1.8,
  score: 0.3,
  heading: 0.88,
  margin: 1,
  missing: -1.32,
  matched: 0.87,
};
