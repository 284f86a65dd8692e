/**
 * Resolves once what an event has changed is on the screen: a press or key is answered first, what takes longer comes
 * after. In a tab that is not shown it waits until it is.
 */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves once the page's first text or picture is on the screen. */
export function firstPainted(): Promise<void> {
  if (!PerformanceObserver.supportedEntryTypes.includes("paint")) return painted();
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}

/** Once nothing else is to be done. */
export function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
}
