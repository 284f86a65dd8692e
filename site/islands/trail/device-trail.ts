/** The trail on this device, for all tabs: an IndexedDB in which each entry is a record of its own, so that tabs do not overwrite each other. */
import { keepTab, type KeptEntry, NEWEST, readTab } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

const DAYS = 14;
/** More than what happens at once takes. */
const A_MOMENT_MS = 100;

/** A private window may have no database, or one that never answers. */
const ANSWERS_MS = 3000;

function openDevice(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(t.theDevicesDatabaseDoes)), ANSWERS_MS);
    const opening = indexedDB.open("handrail", 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("trail", { keyPath: "id" }));
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(opening.error ?? new Error(t.theDeviceHasNo)));
  });
}

/** One transaction, whole or not at all. `work` may not wait for anything but the store. */
async function change(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await openDevice();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction("trail", mode);
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("abort", () => reject(transaction.error ?? new Error(t.theDeviceKeepsNo)));
      work(transaction.objectStore("trail"));
    });
  } finally {
    database.close();
  }
}

function readAll(store: IDBObjectStore, done: (all: KeptEntry[]) => void): void {
  const reading = store.getAll();
  // only moveToDevice writes there
  reading.addEventListener("success", () => done(reading.result as KeptEntry[]));
}

const isFresh = ({ at }: KeptEntry): boolean => Date.now() - Date.parse(at) < DAYS * 86_400_000;
const byTime = (entries: KeptEntry[]): KeptEntry[] => entries.toSorted((a, b) => a.at.localeCompare(b.at));

/** Each later than the one before, also of one millisecond: the device has no order but that of time. */
export function inTurn(entries: KeptEntry[]): KeptEntry[] {
  let before = 0;
  return entries.map((entry) => {
    const at = Date.parse(entry.at);
    // a clock that was set back is believed
    before = at <= before && at > before - A_MOMENT_MS ? before + 1 : at;
    return { ...entry, at: new Date(before).toISOString() };
  });
}

/** What this tab has and the device does not, in one go; and away with what is too old or too much. @throws where nothing can be kept */
export async function moveToDevice(): Promise<void> {
  const moved = inTurn(readTab()).filter(({ onDevice }) => !onDevice);
  if (moved.length === 0) return;
  await change("readwrite", (store) => {
    for (const entry of moved) store.put(entry);
    readAll(store, (all) => {
      const kept = new Set(byTime(all.filter(isFresh)).slice(-NEWEST));
      for (const entry of all) if (!kept.has(entry)) store.delete(entry.id);
    });
  });
  // what came meanwhile, or happened again, is not there yet
  const there = new Set(moved.map(({ id, at }) => `${id} ${at}`));
  keepTab(
    inTurn(readTab()).map((entry) => (there.has(`${entry.id} ${entry.at}`) ? { ...entry, onDevice: true } : entry)),
  );
}

/** Oldest first, with what of this tab is not there yet. What another tab took away is gone. */
export async function readDevice(): Promise<KeptEntry[]> {
  let kept: KeptEntry[] = [];
  await change("readonly", (store) => {
    readAll(store, (all) => (kept = all.filter(isFresh)));
  });
  const own = readTab().filter(({ onDevice }) => !onDevice);
  const ids = new Set(own.map(({ id }) => id));
  return byTime([...kept.filter(({ id }) => !ids.has(id)), ...own]).slice(-NEWEST);
}

/** Takes one entry away, or all of them. */
export const forgetOnDevice = (id?: string): Promise<void> =>
  change("readwrite", (store) => void (id === undefined ? store.clear() : store.delete(id)));
