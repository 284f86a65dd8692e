import { createHash } from "node:crypto";

/** What is tuned on one half of a set's questions is reported on the other. */
export const HALVES = ["tuning", "reporting"] as const;
export type Half = (typeof HALVES)[number];

/** The same half for the same id, always. */
export const halfOf = (id: string): Half =>
  (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 0 ? "tuning" : "reporting";
