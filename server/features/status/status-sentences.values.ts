/** A hub's status in sentences, the same from the server and in the browser; `locale` is of the lists in them. */
import { listsIn } from "#content/locale-formats.ts";
import type { Vendor } from "./vendors.values.ts";
import { statusWords as t } from "./status.words.ts";
import type { HubStatus, Incident, VendorStatus } from "./status.schema.ts";

type State = VendorStatus["state"];
type Said = { mark: string; tone: string; word: string; says: string };

const MARKS = {
  ok: { mark: "m-ok", tone: "is-ok" },
  warning: { mark: "m-warning", tone: "is-warning" },
  failed: { mark: "m-failed", tone: "is-failed" },
  unknown: { mark: "m-unknown", tone: "is-unknown" },
};
const stateSaid = (): Record<Exclude<State, "unknown">, Omit<Said, "says">> => ({
  operational: { ...MARKS.ok, word: t.working },
  degraded: { ...MARKS.warning, word: t.trouble },
  maintenance: { ...MARKS.warning, word: t.maintenance },
  down: { ...MARKS.failed, word: t.down },
});

/** "Three of four CRMs are fine. ServiceTitan has trouble." What cannot be seen, and incidents that are no trouble, are left to `sayBeside`. */
export function sayHeadline(vendors: Vendor[], locale: string): string {
  const fine = inState(vendors, "operational");
  const unknown = inState(vendors, "unknown");
  if (vendors.length === 0) return t.noneYet;
  if (unknown.length === vendors.length) return sayNothingKnown(vendors);
  const troubles = sayTroubles(vendors, locale);
  if (fine.length === 0) return troubles;
  if (!troubles && (unknown.length > 0 || fine.length === 1)) return sayThose(fine, t.areFine, locale);
  if (!troubles && fine.length === 2) return t.bothFine;
  if (!troubles) return t.allFine(spell(fine.length).toLowerCase());
  const [few, all] = [spell(fine.length), spell(vendors.length).toLowerCase()];
  return `${t.someFine(fine.length, few, all)} ${troubles}`;
}

const sayNothingKnown = (vendors: Vendor[]): string =>
  vendors.some(({ vendor }) => vendor.watched) ? t.unreadable : t.unwatchedAll;

/** "ServiceTitan is down. HubSpot and Intercom have trouble.", worst first. */
export const sayTroubles = (vendors: Vendor[], locale: string): string =>
  joinSentences([
    sayThose(inState(vendors, "down"), t.areDown, locale),
    sayThose(inState(vendors, "degraded"), t.haveTrouble, locale),
    sayThose(inState(vendors, "maintenance"), t.areMaintained, locale),
  ]);

/**
 * What stands beside the headline, or nothing: "HubSpot reports an open incident all the same. Intercom cannot be seen just
 * now. Salesforce is not watched here." A vendor may have an incident that it does not count as trouble.
 */
export function sayBeside(vendors: Vendor[], locale: string): string {
  const reporting = inState(vendors, "operational").filter(({ vendor }) => vendor.incidents.length > 0);
  const unknown = inState(vendors, "unknown");
  const unseen = unknown.filter(({ vendor }) => vendor.watched);
  const unwatched = unknown.filter(({ vendor }) => !vendor.watched);
  return joinSentences([
    sayThose(reporting, t.reportIncidents, locale),
    sayThose(unseen, t.areUnseen, locale),
    sayThose(unwatched, t.areUnwatched, locale),
  ]);
}

/** Mark, tone and word of a vendor's state, and what it means. */
export function sayState({ state, reason, incidents, watched }: VendorStatus): Said {
  if (state !== "unknown") return { ...stateSaid()[state], says: incidents.map(({ title }) => title).join("; ") };
  return { ...MARKS.unknown, word: watched ? t.notKnown : t.notWatched, says: reason ?? "" };
}

/** The same of a part of this hub. */
export function sayPart({ state, says }: HubStatus["hub"][number]): Said {
  if (state === "ok") return { ...MARKS.ok, word: t.working, says };
  if (state === "warning") return { ...MARKS.warning, word: t.trouble, says };
  return { ...MARKS.unknown, word: t.notSetUp, says };
}

/** "In progress." of a vendor's `in_progress`. */
export function sayProgress({ state }: Incident): string {
  const known: Readonly<Record<string, string>> = t.progress;
  const words = known[state] ?? state.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const spell = (count: number): string => t.numbers.split(" ")[count] ?? String(count);

const joinSentences = (sentences: string[]): string => sentences.filter(Boolean).join(" ");

const inState = (vendors: Vendor[], state: State): Vendor[] => vendors.filter(({ vendor }) => vendor.state === state);

function sayThose([first, ...more]: Vendor[], say: (count: number, names: string) => string, locale: string): string {
  if (!first) return "";
  if (more.length === 0) return say(1, first.name); // without Intl, whose first list holds a page
  const names = listsIn(locale).format([first, ...more].map(({ name }) => name));
  return say(1 + more.length, names);
}
