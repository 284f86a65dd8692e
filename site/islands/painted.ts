/**
 * Resolves once what an event has changed is on the screen: a press or key is answered first, what takes longer comes
 * after. In a tab that is not shown it waits until it is.
 */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * Resolves once the page's first text or picture is on the screen. Firefox says nothing of it where a page is loaded anew
 * further down: then it is there once all has come.
 */
export function firstPainted(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint")[0]) resolve();
    }).observe({ type: "paint", buffered: true });
    const loaded = () => void painted().then(resolve);
    if (document.readyState === "complete") loaded();
    else addEventListener("load", loaded);
  });
}

/** Once nothing else is to be done. */
export function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
}
