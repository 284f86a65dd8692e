import { AppError } from "#server/core/errors.ts";
import type { Clock } from "#server/core/clock.ts";
import { DAY_SECONDS } from "#server/core/durations.values.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";
import { takeLimit, takeLimits } from "#server/limits/limits.ts";
import type { Db } from "#db/database.ts";
import { askProblemWords as t } from "./ask-problems.words.ts";

const A_MINUTE = 20;
const A_DAY = 300;
/** Answers that one address may be reading at the same time. */
export const STREAMS = {
  each: 4,
  says: () => t.several,
  retryAfter: 5,
};

type LimitDeps = { db: Db; clock: Clock; log: Log };

/** @throws AppError "limited" when an address asks too much. A database that is slow or away holds nobody up. */
export async function takeQuestion({ db, clock, log }: LimitDeps, ipKey: string): Promise<void> {
  const minute = { key: `ask-minute:${ipKey}`, limit: A_MINUTE, windowSeconds: 60 };
  const day = { key: `ask-day:${ipKey}`, limit: A_DAY, windowSeconds: DAY_SECONDS };
  try {
    await inTime(takeLimits(db, clock, [minute, day]));
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error }, "questions are not counted: the database is away");
  }
}

/** Nobody reads so many answers; each vote is a write. */
export const takeAnswerVote = ({ db, clock }: Pick<LimitDeps, "db" | "clock">, ipKey: string): Promise<void> =>
  takeLimit(db, clock, { key: `answer-vote:${ipKey}`, limit: 60, windowSeconds: 10 * 60 });
