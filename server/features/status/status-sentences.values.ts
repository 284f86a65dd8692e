/** A hub's status in sentences, the same from the server and in the browser. Imports nothing but types. */
import type { HubStatus, Incident, VendorStatus } from "./status.schema.ts";

export type Vendor = HubStatus["integrations"][number];
type State = VendorStatus["state"];
type Said = { mark: string; tone: string; word: string; says: string };

const MARKS = {
  ok: { mark: "m-ok", tone: "is-ok" },
  warning: { mark: "m-warning", tone: "is-warning" },
  failed: { mark: "m-failed", tone: "is-failed" },
  unknown: { mark: "m-unknown", tone: "is-unknown" },
};
const STATES: Record<Exclude<State, "unknown">, Omit<Said, "says">> = {
  operational: { ...MARKS.ok, word: "Working." },
  degraded: { ...MARKS.warning, word: "Trouble." },
  maintenance: { ...MARKS.warning, word: "Maintenance." },
  down: { ...MARKS.failed, word: "Down." },
};

/** CRMs that can be connected now; those to come have no state. */
export const openVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability !== "coming_soon");
export const comingVendors = ({ integrations }: HubStatus): Vendor[] =>
  integrations.filter(({ availability }) => availability === "coming_soon");

/** Vendors whose customers should hear of it before they begin: in trouble for certain. */
export const inTrouble = (vendors: Vendor[]): Vendor[] =>
  vendors.filter(({ vendor: { state } }) => state === "degraded" || state === "down");

/** "Three of four CRMs are fine. ServiceTitan has trouble." What cannot be seen is left to `sayUnseen`. */
export function sayHeadline(vendors: Vendor[]): string {
  const fine = inState(vendors, "operational");
  const unknown = inState(vendors, "unknown");
  if (vendors.length === 0) return "No CRM can be connected yet.";
  if (unknown.length === vendors.length) return sayNothingKnown(vendors);
  const troubles = sayTroubles(vendors);
  if (fine.length === 0) return troubles;
  if (!troubles && (unknown.length > 0 || fine.length === 1)) return sayThose(fine, "is fine", "are fine");
  if (!troubles) return `All ${spell(fine.length).toLowerCase()} CRMs are fine.`;
  const [few, all] = [spell(fine.length), spell(vendors.length).toLowerCase()];
  return `${few} of ${all} CRMs ${fine.length === 1 ? "is" : "are"} fine. ${troubles}`;
}

const sayNothingKnown = (vendors: Vendor[]): string =>
  vendors.some(({ vendor }) => vendor.watched)
    ? "The CRMs’ own status pages cannot be read just now."
    : "This hub does not watch the CRMs.";

/** "ServiceTitan is down. HubSpot and Intercom have trouble.", worst first. */
export const sayTroubles = (vendors: Vendor[]): string =>
  joinSentences([
    sayThose(inState(vendors, "down"), "is down", "are down"),
    sayThose(inState(vendors, "degraded"), "has trouble", "have trouble"),
    sayThose(inState(vendors, "maintenance"), "is being maintained", "are being maintained"),
  ]);

/** "Intercom cannot be seen just now. Salesforce is not watched here.", or nothing. */
export function sayUnseen(vendors: Vendor[]): string {
  const unknown = inState(vendors, "unknown");
  const unseen = unknown.filter(({ vendor }) => vendor.watched);
  const unwatched = unknown.filter(({ vendor }) => !vendor.watched);
  return joinSentences([
    sayThose(unseen, "cannot be seen just now", "cannot be seen just now"),
    sayThose(unwatched, "is not watched here", "are not watched here"),
  ]);
}

/** Mark, tone and word of a vendor's state, and what it means. */
export function sayState({ state, reason, incidents, watched }: VendorStatus): Said {
  if (state !== "unknown") return { ...STATES[state], says: incidents.map(({ title }) => title).join("; ") };
  return { ...MARKS.unknown, word: watched ? "Not known." : "Not watched.", says: reason ?? "" };
}

/** The same of a part of this hub. */
export function sayPart({ state, says }: HubStatus["hub"][number]): Said {
  if (state === "ok") return { ...MARKS.ok, word: "Working.", says };
  if (state === "warning") return { ...MARKS.warning, word: "Trouble.", says };
  return { ...MARKS.unknown, word: "Not set up.", says };
}

/** "In progress." of a vendor's `in_progress`. */
export function sayProgress({ state }: Incident): string {
  const words = state.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven"];
const spell = (count: number): string => NUMBERS[count] ?? String(count);

const joinSentences = (sentences: string[]): string => sentences.filter(Boolean).join(" ");

const inState = (vendors: Vendor[], state: State): Vendor[] => vendors.filter(({ vendor }) => vendor.state === state);

function sayThose(vendors: Vendor[], one: string, many: string): string {
  if (vendors.length === 0) return "";
  const names = new Intl.ListFormat("en").format(vendors.map(({ name }) => name));
  return `${names} ${vendors.length === 1 ? one : many}.`;
}
