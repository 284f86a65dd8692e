import { memory, storage, type Place } from "#site/islands/store.ts";

/** Forgets every value whose key begins so. Here, and not with what keeps them, since articles load that. */
export function forget(place: Place, beginning: string): void {
  const begun = (keys: object) => Object.keys(keys).filter((key) => key.startsWith(beginning));
  for (const key of begun(memory)) delete memory[key];
  try {
    for (const key of begun(storage(place))) storage(place).removeItem(key);
  } catch {
    // what a browser forbids to keep is not there
  }
}
