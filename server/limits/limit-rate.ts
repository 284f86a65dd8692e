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

/** For one address each. `take` throws AppError "limited"; `mayTake` is for what one can go on without. */
type RateLimit = { take: (key: string) => void; mayTake: (key: string) => boolean };

/** Counts in this process alone, for what costs less than a row in the database would. */
export function limitRate(clock: Clock, { each, windowSeconds }: Rate): RateLimit {
  /** When each bucket will be empty. */
  const buckets = new Map<string, number>();
  const window = windowSeconds * 1000;
  /** @returns in how many milliseconds it may be taken again; 0: it is taken */
  const count = (key: string): number => {
    const at = clock.now().getTime();
    const until = Math.max(buckets.get(key) ?? 0, at) + window / each;
    if (until > at + window) return until - at - window;
    buckets.set(key, until);
    if (buckets.size > ADDRESSES) for (const [other, empty] of buckets) if (empty <= at) buckets.delete(other);
    return 0;
  };
  return {
    take(key) {
      const waitMs = count(key);
      if (waitMs === 0) return;
      const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
      throw new AppError("limited", t.soon, { retryAfter, cause: key });
    },
    mayTake: (key) => count(key) === 0,
  };
}
