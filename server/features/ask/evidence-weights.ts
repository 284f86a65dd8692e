import type { Evidence } from "./read-evidence.ts";

/** Fitted by `npm run eval:fit-decision`; the same for every hub. */
export const EVIDENCE_WEIGHTS: Evidence & { bias: number } = {
  bias: -1.67,
  score: 0.23,
  heading: 0.87,
  margin: 1.01,
  missing: -1.43,
  matched: 1.03,
  scattered: -1.23,
  act: -0.36,
  number: -0.56,
};
