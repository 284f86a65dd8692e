import type { CrmWords, FieldMapping } from "#server/features/integrations/integrations.schema.ts";
import {
  PRODUCT_FIELD_TITLES,
  type CheckState,
  type ConnectionState,
  type ExistingPolicy,
  type TraceOutcome,
} from "#server/features/integrations/integrations.values.ts";

export const STATES: Record<ConnectionState, string> = {
  new: "not connected yet",
  waiting: "Tenant ID waits for us",
  refused: "Tenant ID refused",
  approved: "approved, keys not entered yet",
  connected: "connected",
  reconnect: "has to be connected again",
};

export const CHECKED: Record<CheckState, string> = {
  ok: "fine",
  warning: "fine, with a warning",
  failed: "failed",
  unknown: "could not be told",
};

export const OUTCOMES: Record<TraceOutcome, { word: string; mark: CheckState }> = {
  create: { word: "A sync would create it", mark: "ok" },
  update: { word: "A sync would update it", mark: "ok" },
  skip: { word: "A sync would skip it", mark: "warning" },
  probably_fails: { word: "A sync would probably fail", mark: "failed" },
  unknown: { word: "Nobody can tell now", mark: "unknown" },
};

export const POLICIES: Record<ExistingPolicy, string> = {
  update: "Update: a contact that the CRM has is changed",
  skip: "Do nothing: a contact that the CRM has is left alone, and its referral never qualifies through the CRM",
  duplicate: "Create a duplicate: a second contact beside the one that the CRM has",
};

/** What goes into a field: something of the person, or always the same. */
export const sayValue = ({ value }: FieldMapping): string =>
  "from" in value ? PRODUCT_FIELD_TITLES[value.from] : `always “${value.text}”`;

/** An object of the CRM by its title. */
export const sayObject = (crm: CrmWords, object: string | null): string =>
  crm.objects.find(({ id }) => id === object)?.title ?? object ?? "not chosen";

/** What was done with a connection; what this desk does not know by name stands as it was written. */
const EVENTS: Record<string, string> = {
  connected: "connected it",
  reconnected: "connected it again",
  reconnect_needed: "was refused by the CRM: it has to be connected again",
  saved: "saved the settings",
  disconnected: "disconnected it",
  tenant_submitted: "submitted a Tenant ID",
  tenant_approved: "approved the Tenant ID",
  tenant_refused: "refused the Tenant ID",
  checked: "checked it",
  traced: "traced a contact",
};
export const sayEvent = (what: string): string => EVENTS[what] ?? what.replaceAll("_", " ");

/** Of what an event has beside it, what is for reading: an account's name, a note. */
export function sayDetail(detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return "";
  return Object.entries(detail)
    .filter(([name, value]) => (name === "name" || name === "note") && typeof value === "string")
    .map(([, value]) => String(value))
    .join(", ");
}
