const listeners = new Set<() => void>();

/** Couriers of this process look at once; those of other processes find it when they look next. */
export const wakeCouriers = (): void => listeners.forEach((wake) => wake());

/** @returns what ends the subscription */
export function onWake(wake: () => void): () => void {
  listeners.add(wake);
  return () => listeners.delete(wake);
}
