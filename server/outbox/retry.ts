import type { Clock } from "../core/clock.ts";

/** Seconds after each failed attempt: eleven waits of about two and a half days together. */
const WAITS = [10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 43_200, 86_400];

export const MAX_ATTEMPTS = WAITS.length + 1;

/** Up to a fifth longer, so that what failed together does not come back together. */
export const retryDelayMs = (attempts: number): number => (WAITS[attempts - 1] ?? 0) * 1000 * (1 + Math.random() / 5);

const LONGEST_PAUSE_MS = 60_000;
/** Who asks for longer is asked again all the same: it may have been mistaken. */
const LONGEST_ASKED_MS = 15 * 60_000;

/** A channel that is away is left alone for 1 s, then twice as long each time, a minute at most. */
export function createPause(clock: Clock) {
  let failures = 0;
  let [since, waitMs] = [0, 0];
  // Before the first success nobody knows how long it has been away.
  let wasAway = true;
  return {
    isOver: () => {
      const waited = clock.now().getTime() - since;
      return waited < 0 || waited >= waitMs; // below 0: the clock was set back
    },
    /** @param atLeastMs what the other side asks for */
    lengthen(atLeastMs = 0) {
      const own = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures);
      since = clock.now().getTime();
      waitMs = Math.max(own, Math.min(atLeastMs, LONGEST_ASKED_MS));
      failures++;
      // One failure may be that one delivery's; two in a row are the channel's.
      wasAway ||= failures > 1;
    },
    /** @returns whether the channel had been away */
    end(): boolean {
      const ended = wasAway;
      [failures, wasAway] = [0, false];
      return ended;
    },
  };
}
