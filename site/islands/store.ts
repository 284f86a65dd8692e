/** `tab` lives as long as the tab, `device` until it is cleared. */
export type Place = "tab" | "device";

/** What the browser does not keep lasts as long as the page: storage may be full, or forbidden, as in a frame elsewhere. */
export const memory: Record<string, string> = {};

export const storage = (place: Place): Storage => (place === "device" ? localStorage : sessionStorage);

/** What was kept, or null. Only this module's callers write these keys, so the shape is theirs. */
export function recall<T>(place: Place, key: string): T | null {
  try {
    return JSON.parse(memory[key] ?? storage(place).getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function keep(place: Place, key: string, value: unknown): void {
  delete memory[key];
  const text = JSON.stringify(value);
  try {
    if (value === null) storage(place).removeItem(key);
    else storage(place).setItem(key, text);
  } catch {
    memory[key] = text;
  }
}
