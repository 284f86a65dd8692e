import type { Evidence } from "./read-evidence.ts";

/** Fitted by `npm run eval:fit-decision`; the same for every hub. */
export const EVIDENCE_WEIGHTS: Evidence & { bias: number } = {
  bias: -1.61,
  score: 0.21,
  heading: 0.91,
  margin: 1.08,
  missing: -1.59,
  matched: 1.03,
  scattered: -1.22,
  act: -0.4,
  number: -0.58,
};
