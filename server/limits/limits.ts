import { eq, lt, lte, sql } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { limits } from "#db/schema/limits.ts";
import type { Clock } from "../core/clock.ts";
import { AppError } from "../core/errors.ts";

export type Limit = {
  /** What is limited and for whom, such as `ask:203.0.113.7`. */
  key: string;
  /** How much may be taken at once. */
  limit: number;
  /** In this time all of it is given back, bit by bit. */
  windowSeconds: number;
  /** How much this takes; 1 where it is not said. */
  cost?: number;
};

/**
 * Takes from a limit, or throws AppError "limited" with the seconds after which it would succeed. A leaky bucket in one
 * upsert (`until` is when the bucket will be empty), so that any number of processes count together.
 */
export async function takeLimit(
  db: Queries,
  clock: Clock,
  { key, limit, windowSeconds, cost = 1 }: Limit,
): Promise<void> {
  const now = clock.now().getTime();
  const unit = Math.ceil((windowSeconds * 1000) / limit);
  const taken = unit * cost;
  const latest = now + unit * limit;
  const moment = (at: number) => sql.param(at, limits.until);
  const until = sql<number>`case when ${limits.until} > ${moment(now)} then ${limits.until} else ${moment(now)} end + ${moment(taken)}`;
  if (cost <= limit) {
    const granted = await db
      .insert(limits)
      .values({ key, until: now + taken })
      .onConflictDoUpdate({ target: limits.key, set: { until }, setWhere: lte(until, latest) })
      .returning({ key: limits.key });
    if (granted.length > 0) return;
  }
  const [held] = await db.select({ until: limits.until }).from(limits).where(eq(limits.key, key));
  const retryAfter = Math.max(1, Math.ceil((Math.max(held?.until ?? now, now) + taken - latest) / 1000));
  throw new AppError("limited", `That was a lot in a short time. Try again in ${sayWait(retryAfter)}.`, { retryAfter });
}

/** Forgets the keys that nothing is owed under any more. */
export async function dropSpentLimits(db: Queries, clock: Clock): Promise<void> {
  await db.delete(limits).where(lt(limits.until, clock.now().getTime()));
}

function sayWait(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, "second"]
      : seconds < 5400
        ? [Math.ceil(seconds / 60), "minute"]
        : [Math.ceil(seconds / 3600), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
