import type { Evidence } from "./read-evidence.ts";

/** Fitted by `npm run eval:fit-decision`; the same for every hub. */
export const EVIDENCE_WEIGHTS: Evidence & { bias: number } = {
  bias: -1.71,
  score: 0.23,
  heading: 0.91,
  margin: 0.99,
  missing: -1.41,
  matched: 1.03,
  scattered: -1.28,
  act: -0.35,
};
