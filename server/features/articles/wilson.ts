/** What a few voices can say of many: intervals in which a share lies with 95% certainty. */
import type { Interval, Share } from "./articles.schema.ts";

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** Wilson's score interval (1927), without continuity correction; 0 to 1 where there is nothing to go by. */
export function wilson({ hits, of }: Share): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const share = hits / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/** How much larger `after`'s share is than `before`'s: Newcombe's hybrid score interval (1998, method 10). */
export function newcombe(before: Share, after: Share): Interval {
  const [was, is] = [withMiddle(before), withMiddle(after)];
  const difference = is.share - was.share;
  return {
    low: difference - Math.hypot(is.share - is.low, was.high - was.share),
    high: difference + Math.hypot(is.high - is.share, was.share - was.low),
  };
}

const withMiddle = (share: Share) => ({ share: share.of > 0 ? share.hits / share.of : 0.5, ...wilson(share) });
