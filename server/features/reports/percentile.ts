import type { Spread } from "./reports.schema.ts";
import { ENOUGH_FOR_P90 } from "./reports.values.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

/** The smallest of the values that this share of them does not exceed (nearest rank). Null where there are none. */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? null;
}

/** Of milliseconds, in hours to the tenth. */
export function spreadOf(times: number[]): Spread {
  const sorted = Float64Array.from(times).toSorted();
  const hours = (share: number): number | null => {
    const found = percentile(sorted, share);
    return found === null ? null : Math.round((found / HOUR_MS) * 10) / 10;
  };
  return { n: sorted.length, median: hours(0.5), p90: sorted.length < ENOUGH_FOR_P90 ? null : hours(0.9) };
}
