import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { HOUR_SECONDS } from "#server/core/durations.values.ts";
import { takeLimit } from "#server/limits/limits.ts";

type LimitDeps = { db: Db; clock: Clock };

/** Votes of one address: many for all articles (an office shares one), fewer for a single one (that is stuffing). */
export async function takeVote({ db, clock }: LimitDeps, ipKey: string, articleId: string): Promise<void> {
  await takeLimit(db, clock, { key: `vote:${ipKey}`, limit: 120, windowSeconds: HOUR_SECONDS });
  await takeLimit(db, clock, { key: `vote:${articleId}:${ipKey}`, limit: 30, windowSeconds: 24 * HOUR_SECONDS });
}

export const takeSignal = ({ db, clock }: LimitDeps, ipKey: string): Promise<void> =>
  takeLimit(db, clock, { key: `signal:${ipKey}`, limit: 300, windowSeconds: 10 * 60 });
