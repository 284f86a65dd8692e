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

/** What was kept, or null. Only this module's callers write these keys, so the shape is theirs. */
export function recall<T>(place: Place, key: string): T | null {
  try {
    return JSON.parse(storage(place)?.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function keep(place: Place, key: string, value: unknown): void {
  try {
    if (value === null) storage(place)?.removeItem(key);
    else storage(place)?.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: see above.
  }
}
