/**
 * Resolves once what an event has changed is on the screen: a press or key is answered first, what takes longer comes
 * after. In a tab that is not shown it waits until it is.
 */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
