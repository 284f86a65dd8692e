import { AppError } from "../core/errors.ts";
import type { Clock } from "../core/clock.ts";
import { limitWords as t } from "./limits.words.ts";

type Rate = {
  /** How often an address may, at once. */
  each: number;
  /** In this time all of it is given back, bit by bit. */
  windowSeconds: number;
};

/** So many addresses are remembered before those are forgotten that nothing is owed by. */
const ADDRESSES = 10_000;

/**
 * Counts in this process alone, for what costs less than a row in the database would: `take` is for one address.
 * @throws AppError "limited"
 */
export function limitRate(clock: Clock, { each, windowSeconds }: Rate): { take: (key: string) => void } {
  /** When each bucket will be empty. */
  const buckets = new Map<string, number>();
  const window = windowSeconds * 1000;
  return {
    take(key) {
      const at = clock.now().getTime();
      const until = Math.max(buckets.get(key) ?? 0, at) + window / each;
      if (until > at + window)
        throw new AppError("limited", t.soon, {
          retryAfter: Math.max(1, Math.ceil((until - at - window) / 1000)),
          cause: key,
        });
      buckets.set(key, until);
      if (buckets.size <= ADDRESSES) return;
      for (const [other, empty] of buckets) if (empty <= at) buckets.delete(other);
    },
  };
}
