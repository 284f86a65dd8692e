import type { TrailItem } from "#server/features/escalation/escalation.schema.ts";
import { painted } from "../painted.ts";
import { wantsPrivacy } from "../wants-privacy.ts";
import { keep, recall } from "../store.ts";

/** A trail item, how a step or check ended, and what was asked in words. The server takes items without these. */
export type TrailEntry = TrailItem & { state?: "done" | "failed"; question?: string };
/** As it is kept: `id` stays when the same thing happens again. `onDevice`: the device has it, and says whether it is still there. */
export type KeptEntry = TrailEntry & { id: string; onDevice?: boolean };

const KEY = "handrail.trail";
const WISH = "handrail.trail.keep";
/** The document hears of every change by this event. */
export const TRAIL_CHANGED = "handrail:trail";
export const NEWEST = 200;
/** Where somebody only looks. With Global Privacy Control no trail is made of that. */
const LOOKING: TrailEntry["kind"][] = ["page", "article", "section", "search"];

export const isKeptOnDevice = (): boolean => recall("device", WISH) === true;
export const wishDevice = (wanted: boolean): void => keep("device", WISH, wanted || null);
/** This tab's own, oldest first. */
export const readTab = (): KeptEntry[] => recall<KeptEntry[]>("tab", KEY) ?? [];
export const keepTab = (entries: KeptEntry[]): void => keep("tab", KEY, entries.length > 0 ? entries : null);
export const tellChanged = (): boolean => document.dispatchEvent(new Event(TRAIL_CHANGED));

const loadDevice = () => import("./device-trail.ts");

/** Adds an entry. The same thing twice in a row is one entry, with the later time; an article that is loaded again is none. */
export function leaveTrail(entry: Omit<TrailEntry, "at"> & { at?: string }): void {
  if (wantsPrivacy() && LOOKING.includes(entry.kind)) return;
  const trail = readTab();
  if (entry.kind === "article" && trail.findLast(({ kind }) => kind === "article")?.ref === entry.ref) return;
  const last = trail.at(-1);
  const again = last?.kind === entry.kind && last.ref === entry.ref;
  trail.splice(again ? -1 : trail.length, 1, {
    ...entry,
    id: again ? last.id : Math.random().toString(36).slice(2),
    ref: entry.ref.slice(0, 300),
    title: entry.title.slice(0, 300),
    ...(entry.detail && { detail: entry.detail.slice(0, 4000) }),
    at: entry.at ?? new Date().toISOString(),
  });
  keepTab(trail.slice(-NEWEST));
  // without a device that keeps, the tab has it
  if (isKeptOnDevice())
    void loadDevice()
      .then(({ moveToDevice }) => moveToDevice())
      .catch(() => {});
  tellChanged();
}

/** Oldest first: the device's, where it keeps a trail, with what this tab has beyond it. */
export async function readTrail(): Promise<KeptEntry[]> {
  if (!isKeptOnDevice()) return readTab().filter(({ onDevice }) => !onDevice);
  return loadDevice()
    .then(({ readDevice }) => readDevice())
    .catch(readTab);
}

/**
 * Calls back now and whenever the trail changes, here or, by the time somebody looks, in another tab. Of `mount` until it
 * is taken out of the page, as the widget does.
 */
export function watchTrail(show: (entries: KeptEntry[]) => void, mount?: Element): void {
  const ended = new AbortController();
  const { signal } = ended;
  const update = async (): Promise<void> => {
    if (mount && !mount.isConnected) return ended.abort();
    await painted();
    show(await readTrail());
  };
  document.addEventListener(TRAIL_CHANGED, () => void update(), { signal });
  addEventListener("focus", () => isKeptOnDevice() && void update(), { signal });
  void update();
}
