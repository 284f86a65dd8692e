import { z } from "zod";
import { Availability, IntegrationId } from "#content/schema.ts";
import { DAY_STATES, VENDOR_STATES } from "./status.values.ts";

export const Incident = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  startedAt: z.iso.datetime().nullable(),
  url: z.string().nullable(),
  update: z.string().nullable(),
});
export type Incident = z.infer<typeof Incident>;

/** `unknown`: the page could not be read or none is configured; `seenAt` is when it last could, null when never. */
export const VendorStatus = z.object({
  state: z.enum(VENDOR_STATES),
  seenAt: z.iso.datetime().nullable(),
  /** Whether this hub reads the vendor's page at all. */
  watched: z.boolean(),
  incidents: z.array(Incident),
  /** Why it is unknown, in words for the reader; null otherwise. */
  reason: z.string().nullable(),
});
export type VendorStatus = z.infer<typeof VendorStatus>;

/** A run of days that were not all well; `unknown`: the hub hardly looked. */
const DayBreak = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  state: z.enum(DAY_STATES).exclude(["operational"]).or(z.literal("unknown")),
  says: z.string(),
});

/**
 * The 90 days that end with `until`, by their worst: from `since` on all was well but for the `breaks`. Days are the
 * support team's. Before `since` the hub did not watch, and knows only what the vendor told later; null: never yet.
 * `says` is all of it in words of the reader's language.
 */
export const VendorDays = z.object({
  until: z.iso.date(),
  since: z.iso.date().nullable(),
  says: z.string(),
  breaks: z.array(DayBreak),
});
export type VendorDays = z.infer<typeof VendorDays>;

export const HubStatus = z.object({
  integrations: z.array(
    z.object({
      id: IntegrationId,
      name: z.string(),
      availability: Availability,
      page: z.string().nullable(),
      vendor: VendorStatus,
      /** Null where none are remembered: it is not watched, or the database is away. */
      days: VendorDays.nullable(),
    }),
  ),
  /** This hub's own parts. */
  hub: z.array(
    z.object({
      part: z.enum(["articles", "answers", "mail", "database"]),
      state: z.enum(["ok", "warning", "off"]),
      says: z.string(),
    }),
  ),
  checkedAt: z.iso.datetime(),
});
export type HubStatus = z.infer<typeof HubStatus>;
