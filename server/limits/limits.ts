import { eq, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Db, Queries } from "#db/database.ts";
import { limits } from "#db/schema/limits.ts";
import type { Clock } from "../core/clock.ts";
import { AppError } from "../core/errors.ts";
import { limitWords as t } from "./limits.words.ts";

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
 * Takes from a limit, or throws AppError "limited" with the seconds after which it would succeed; `cause` is its key. A leaky bucket in one
 * upsert (`until` is when the bucket will be empty), so that any number of processes count together.
 */
export async function takeLimit(
  db: Queries,
  clock: Clock,
  { key, limit, windowSeconds, cost = 1 }: Limit,
): Promise<void> {
  const now = clock.now().getTime();
  const taken = Math.max(1, timeFor(cost, limit, windowSeconds));
  const latest = now + windowSeconds * 1000;
  const until = movedFrom(now, windowSeconds, taken);
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
  throw new AppError("limited", t.later(sayWait(retryAfter)), {
    retryAfter,
    cause: key,
  });
}

/** Takes from a limit where there is enough. @returns whether there was */
export async function mayTake(db: Queries, clock: Clock, limit: Limit): Promise<boolean> {
  try {
    await takeLimit(db, clock, limit);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "limited") return false;
    throw error;
  }
}

/** Takes from all of them or, when one is used up, from none. What is counted may be lost at a power cut: it is asked often. */
export const takeLimits = (db: Db, clock: Clock, all: Limit[]): Promise<void> =>
  db.transaction(
    async (tx) => {
      for (const limit of all) await takeLimit(tx, clock, limit);
    },
    { mayBeLost: true },
  );

/** Gives back (below 0) or takes more, whatever the limits: for what has cost something else than was taken for it. */
export async function settleLimits(db: Db, clock: Clock, all: Omit<Limit, "cost">[], by: number): Promise<void> {
  const now = clock.now().getTime();
  const settle = async (tx: Queries) => {
    for (const { key, limit, windowSeconds } of all) {
      const until = atMost(
        deepest(now, windowSeconds),
        movedFrom(now, windowSeconds, timeFor(by, limit, windowSeconds)),
      );
      await tx.update(limits).set({ until }).where(eq(limits.key, key));
    }
  };
  await db.transaction(settle, { mayBeLost: true });
}

/** Milliseconds in which so much is given back. Of all at once, not of each: a token's share of a minute is too small. */
const timeFor = (cost: number, limit: number, windowSeconds: number): number =>
  Math.floor((windowSeconds * 1000 * cost) / limit);

const moment = (at: number) => sql.param(at, limits.until);
/** No bucket is fuller, also when more was used than was taken: what says so is of a clock that was set back since. */
const deepest = (now: number, windowSeconds: number): number => now + 2 * windowSeconds * 1000;

/** When the bucket will be empty, once so many milliseconds are put on top of what is in it. */
function movedFrom(now: number, windowSeconds: number, milliseconds: number): SQL<number> {
  const isSound = sql`${limits.until} between ${moment(now)} and ${moment(deepest(now, windowSeconds))}`;
  return sql<number>`case when ${isSound} then ${limits.until} else ${moment(now)} end + ${moment(milliseconds)}`;
}

const atMost = (most: number, until: SQL<number>): SQL<number> =>
  sql<number>`case when ${until} > ${moment(most)} then ${moment(most)} else ${until} end`;

/** Forgets the keys that nothing is owed under any more. */
export async function dropSpentLimits(db: Queries, clock: Clock): Promise<void> {
  await db.delete(limits).where(lt(limits.until, clock.now().getTime()));
}

function sayWait(seconds: number): string {
  if (seconds < 90) return t.seconds(seconds);
  return seconds < 5400 ? t.minutes(Math.ceil(seconds / 60)) : t.hours(Math.ceil(seconds / 3600));
}
