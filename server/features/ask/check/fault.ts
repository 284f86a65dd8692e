/** Why a sentence is withheld, in the order in which it is looked for; one of each is enough. */
export const FAULT_REASONS = [
  "empty",
  "no_citation",
  "address",
  "code",
  "label",
  "date",
  "number",
  "name",
  "polarity",
  "words",
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

/** `what` is what no source says: a figure, a name, a word. */
export type Fault = { reason: FaultReason; what: string };

/** A rule gives the first thing that the evidence does not support, or null. */
export type Rule = (claim: Claim, evidence: Evidence) => Fault | null;
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
