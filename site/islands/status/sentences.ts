/** A hub's status in sentences. Everything here is text; nothing touches the page. */
import type { HubStatus, VendorStatus } from "#server/features/status/status.schema.ts";

export type Vendor = HubStatus["integrations"][number];
type State = VendorStatus["state"];

/** CRMs that can be connected now; those to come have no state. */
export const openVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability !== "coming_soon");
export const comingVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability === "coming_soon");

/** What is wrong, in the middle of a sentence. */
const TROUBLE: Record<Exclude<State, "operational">, [one: string, many: string]> = {
  down: ["is down", "are down"],
  degraded: ["has trouble", "have trouble"],
  maintenance: ["is being maintained", "are being maintained"],
  unknown: ["cannot be seen just now", "cannot be seen just now"],
};
const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven"];
const spell = (count: number): string => NUMBERS[count] ?? String(count);

/** "Three of four CRMs are fine. ServiceTitan has trouble." What cannot be seen is left to `sayUnseen`. */
export function sayHeadline(vendors: Vendor[]): string {
  const fine = vendors.filter(({ vendor }) => vendor.state === "operational").length;
  if (vendors.length > 0 && vendors.every(({ vendor }) => vendor.state === "unknown"))
    return "The CRMs’ own status pages cannot be read just now.";
  const [all, few] = [spell(vendors.length).toLowerCase(), spell(fine)];
  const troubles = sayTroubles(vendors);
  if (fine === vendors.length) return fine === 1 ? `${vendors[0]?.name} is fine.` : `All ${all} CRMs are fine.`;
  if (fine === 0) return troubles;
  return `${few} of ${all} CRMs ${fine === 1 ? "is" : "are"} fine. ${troubles}`.trim();
}

/** "ServiceTitan is down. HubSpot and Intercom have trouble.", worst first. */
export const sayTroubles = (vendors: Vendor[]): string =>
  (["down", "degraded", "maintenance"] as const)
    .map((state) => sayThose(vendors, state))
    .filter(Boolean)
    .join(" ");

/** "Salesforce cannot be seen just now.", or nothing. */
export const sayUnseen = (vendors: Vendor[]): string => sayThose(vendors, "unknown");

function sayThose(vendors: Vendor[], state: keyof typeof TROUBLE): string {
  const names = vendors.filter(({ vendor }) => vendor.state === state).map(({ name }) => name);
  if (names.length === 0) return "";
  return `${new Intl.ListFormat("en").format(names)} ${TROUBLE[state][names.length === 1 ? 0 : 1]}.`;
}

/** Mark, tone and word of a state, and what it means. */
export function sayState({ state, reason, incidents, seenAt }: VendorStatus): {
  mark: string;
  tone: string;
  word: string;
  says: string;
} {
  const titles = incidents.map(({ title }) => title).join("; ");
  switch (state) {
    case "operational":
      return { mark: "m-ok", tone: "is-ok", word: "Working.", says: titles };
    case "degraded":
      return { mark: "m-warning", tone: "is-warning", word: "Trouble.", says: titles };
    case "maintenance":
      return { mark: "m-warning", tone: "is-warning", word: "Maintenance.", says: titles };
    case "down":
      return { mark: "m-failed", tone: "is-failed", word: "Down.", says: titles };
    case "unknown":
      return {
        mark: "m-unknown",
        tone: "is-unknown",
        word: seenAt ? "Not known." : "Not watched.",
        says: reason ?? "",
      };
  }
}

/** Vendors whose customers should hear of it before they begin: in trouble for certain. */
export const inTrouble = (vendors: Vendor[]): Vendor[] =>
  vendors.filter(({ vendor: { state } }) => state === "degraded" || state === "down");
