import { setTimeout as sleep } from "node:timers/promises";
import type { VendorFetch } from "../vendor-fetch.ts";

/**
 * Holds the checks of one CRM to so many calls a second. A check that has begun makes all its calls, and the next one
 * waits for what they took: over any time there are no more than the budget and one check's calls.
 */
export function openCallBudget(callsPerSecond: number) {
  let paidAt = performance.now();
  return {
    /** Resolves when the next check may begin, or `signal` is aborted. */
    whenFree: (signal: AbortSignal): Promise<void> =>
      sleep(Math.max(0, paidAt - performance.now()), undefined, { signal }).catch(() => undefined),
    counting:
      (fetch: VendorFetch): VendorFetch =>
      (...request) => {
        paidAt = Math.max(paidAt, performance.now()) + 1000 / callsPerSecond;
        return fetch(...request);
      },
  };
}
