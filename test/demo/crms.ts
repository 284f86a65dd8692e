import type { Integration } from "#content/schema.ts";
import type { Visitor } from "./visitor.ts";
import { startDemoHubSpot } from "./crm-hubspot.ts";
import { startDemoIntercom } from "./crm-intercom.ts";
import { startDemoSalesforce } from "./crm-salesforce.ts";
import { startDemoServiceTitan } from "./crm-servicetitan.ts";

/** A CRM that stands in for the vendor's, with somebody in it to look for. */
export type DemoCrm = {
  name: string;
  /** What hub.yaml says of it: where it is reached. */
  entry: Pick<Integration, "id" | "apiBase" | "authBase">;
  /** The operator's own app there, as settings of the hub. */
  settings: Record<string, string>;
  /** What to enter, and what will be seen. */
  toTry: string[];
  /** What a customer has done with it already. */
  live: (customer: Visitor) => Promise<void>;
  close: () => Promise<void>;
};

/** Every CRM that can be set up. */
export const startCrms = (): Promise<DemoCrm[]> =>
  Promise.all([startDemoHubSpot(), startDemoSalesforce(), startDemoIntercom(), startDemoServiceTitan()]);
