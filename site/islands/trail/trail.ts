import type { TrailItem } from "#server/features/escalation/escalation.schema.ts";
import { keep, recall, type Place } from "../store.ts";

/** A trail item, and how a step ended. The server takes items without the state. */
export type TrailEntry = TrailItem & { state?: "done" | "failed" };

const KEY = "handrail.trail";
/** The document hears of every change by this event. */
export const TRAIL_CHANGED = "handrail:trail";
const NEWEST = 200;

export const isKeptOnDevice = (): boolean => recall("device", KEY) !== null;
const place = (): Place => (isKeptOnDevice() ? "device" : "tab");

/** Oldest first. */
export const readTrail = (): TrailEntry[] => recall<TrailEntry[]>(place(), KEY) ?? [];

function writeTrail(entries: TrailEntry[] | null, where = place()): void {
  keep(where, KEY, entries);
  document.dispatchEvent(new Event(TRAIL_CHANGED));
}

/** Adds an entry. The same thing twice in a row is one entry, with the later time; an article that is loaded again is none. */
export function leaveTrail(entry: Omit<TrailEntry, "at">): void {
  const trail = readTrail();
  if (entry.kind === "article" && trail.findLast(({ kind }) => kind === "article")?.ref === entry.ref) return;
  const last = trail.at(-1);
  if (last?.kind === entry.kind && last.ref === entry.ref) trail.pop();
  trail.push({
    ...entry,
    ref: entry.ref.slice(0, 300),
    title: entry.title.slice(0, 300),
    ...(entry.detail && { detail: entry.detail.slice(0, 4000) }),
    at: new Date().toISOString(),
  });
  writeTrail(trail.slice(-NEWEST));
}

export const clearTrail = (): void => writeTrail(isKeptOnDevice() ? [] : null);

/** Moves the trail to this device for good, or back into this tab. */
export function keepTrailOnDevice(wanted: boolean): void {
  const entries = readTrail();
  keep(wanted ? "tab" : "device", KEY, null);
  writeTrail(entries, wanted ? "device" : "tab");
}

/** Calls back now and whenever the trail changes. */
export function watchTrail(show: (entries: TrailEntry[]) => void): void {
  const update = (): void => show(readTrail());
  document.addEventListener(TRAIL_CHANGED, update);
  update();
}
