import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { takeLimit } from "#server/limits/limits.ts";

type LimitDeps = { db: Db; clock: Clock };
const HOUR = 60 * 60;

/** Votes of one address: many for all articles (an office shares one), fewer for a single one (that is stuffing). */
export async function takeVote({ db, clock }: LimitDeps, ipKey: string, articleId: string): Promise<void> {
  await takeLimit(db, clock, { key: `vote:${ipKey}`, limit: 120, windowSeconds: HOUR });
  await takeLimit(db, clock, { key: `vote:${articleId}:${ipKey}`, limit: 30, windowSeconds: 24 * HOUR });
}

export const takeSignal = ({ db, clock }: LimitDeps, ipKey: string): Promise<void> =>
  takeLimit(db, clock, { key: `signal:${ipKey}`, limit: 300, windowSeconds: 10 * 60 });
