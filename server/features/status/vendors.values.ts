/** Which CRMs a status is about, without a word said of them: what an article loads by itself stays small. */
import type { HubStatus } from "./status.schema.ts";

export type Vendor = HubStatus["integrations"][number];

/** CRMs that can be connected now; those to come have no state. */
export const openVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability !== "coming_soon");
export const comingVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability === "coming_soon");

/** Vendors whose customers should hear of it before they begin: in trouble for certain. */
export const inTrouble = (vendors: Vendor[]): Vendor[] =>
  vendors.filter(({ vendor: { state } }) => state === "degraded" || state === "down");
