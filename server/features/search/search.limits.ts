import type { Clock } from "#server/core/clock.ts";
import { limitRate } from "#server/limits/limit-rate.ts";

/** A search with every key, by a whole office behind one address, stays below; a program that does nothing else does not. */
export const limitSearches = (clock: Clock) => limitRate(clock, { each: 1200, windowSeconds: 60 });
