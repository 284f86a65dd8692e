import { z } from "zod";
import { CHECK_STATES, TRACE_OUTCOMES } from "./integrations.values.ts";

const Moment = z.iso.datetime();
export const CheckState = z.enum(CHECK_STATES);

/** One fact that a check looked at. */
export const CheckResult = z.object({
  /** Stable within a connection: `token`, `scopes`, `field:leads:email`. */
  fact: z.string(),
  title: z.string(),
  state: CheckState,
  code: z.string(),
  /** What was seen, in words. */
  seen: z.string(),
  /** What to do; null where nothing is to be done. */
  todo: z.string().nullable(),
  /** The section of an article that explains it: an address of this hub. */
  explained: z.object({ title: z.string(), url: z.string() }).nullable(),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const ConnectionCheck = z.object({
  id: z.string(),
  at: Moment,
  state: CheckState,
  by: z.enum(["customer", "staff", "hub"]),
  results: z.array(CheckResult),
});
export type ConnectionCheck = z.infer<typeof ConnectionCheck>;

export const TraceInput = z.strictObject({
  email: z.email().max(254),
  as: z.enum(["referrer", "lead"]),
});
export type TraceInput = z.infer<typeof TraceInput>;
/** One link of the chain, with the setting or record behind it. */
export const TraceFact = z.object({
  title: z.string(),
  detail: z.string(),
  kind: z.enum(["setting", "record", "vendor"]),
  url: z.string().nullable(),
});
export const Trace = z.object({
  id: z.string(),
  at: Moment,
  email: z.string(),
  as: TraceInput.shape.as,
  outcome: z.enum(TRACE_OUTCOMES),
  /** Finer than the outcome: `skip_existing`, `converted_lead`, `mapping_incomplete`. */
  code: z.string(),
  /** One sentence: what a sync would do now, and why. */
  says: z.string(),
  todo: z.string().nullable(),
  facts: z.array(TraceFact),
  explained: CheckResult.shape.explained,
});
export type Trace = z.infer<typeof Trace>;
