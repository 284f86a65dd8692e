/** `tab` lives as long as the tab, `device` until it is cleared. */
export type Place = "tab" | "device";

/** Storage may be forbidden or full: then nothing is kept, and nothing breaks. */
function storage(place: Place): Storage | null {
  try {
    return place === "device" ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** What the browser does not keep lasts as long as the page: a frame in another site's page may have no storage at all. */
const memory = new Map<string, string>();

/** What was kept, or null. Only this module's callers write these keys, so the shape is theirs. */
export function recall<T>(place: Place, key: string): T | null {
  try {
    return JSON.parse(readKept(place, key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function keep(place: Place, key: string, value: unknown): void {
  memory.delete(`${place} ${key}`);
  const text = JSON.stringify(value);
  try {
    const store = storage(place);
    if (value === null) store?.removeItem(key);
    else if (store) store.setItem(key, text);
    else memory.set(`${place} ${key}`, text);
  } catch {
    memory.set(`${place} ${key}`, text); // Full or forbidden.
  }
}

const readKept = (place: Place, key: string): string | null | undefined =>
  memory.get(`${place} ${key}`) ?? storage(place)?.getItem(key);
